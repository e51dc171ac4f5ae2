namespace DeepLearnPort.Tests;

/// <summary>What the toolbox consists of.</summary>
internal static class ToolboxFiles
{
    /// <summary>Its .m files at commit 5df2801, in order.</summary>
    public static readonly string[] All =
    [
        "CAE/caeapplygrads.m", "CAE/caebbp.m", "CAE/caebp.m", "CAE/caedown.m", "CAE/caeexamples.m", "CAE/caenumgradcheck.m",
        "CAE/caesdlm.m", "CAE/caetrain.m", "CAE/caeup.m", "CAE/max3d.m", "CAE/scaesetup.m", "CAE/scaetrain.m",
        "CNN/cnnapplygrads.m", "CNN/cnnbp.m", "CNN/cnnff.m", "CNN/cnnnumgradcheck.m", "CNN/cnnsetup.m", "CNN/cnntest.m",
        "CNN/cnntrain.m",
        "DBN/dbnsetup.m", "DBN/dbntrain.m", "DBN/dbnunfoldtonn.m", "DBN/rbmdown.m", "DBN/rbmtrain.m", "DBN/rbmup.m",
        "NN/nnapplygrads.m", "NN/nnbp.m", "NN/nnchecknumgrad.m", "NN/nneval.m", "NN/nnff.m", "NN/nnpredict.m", "NN/nnsetup.m",
        "NN/nntest.m", "NN/nntrain.m", "NN/nnupdatefigures.m",
        "SAE/saesetup.m", "SAE/saetrain.m",
        "tests/runalltests.m", "tests/test_cnn_gradients_are_numerically_correct.m", "tests/test_example_CNN.m",
        "tests/test_example_DBN.m", "tests/test_example_NN.m", "tests/test_example_SAE.m",
        "tests/test_nn_gradients_are_numerically_correct.m",
        "util/allcomb.m", "util/expand.m", "util/flicker.m", "util/flipall.m", "util/fliplrf.m", "util/flipudf.m",
        "util/im2patches.m", "util/isOctave.m", "util/makeLMfilters.m", "util/myOctaveVersion.m", "util/normalize.m",
        "util/patches2im.m", "util/randcorr.m", "util/randp.m", "util/rnd.m", "util/sigm.m", "util/sigmrnd.m",
        "util/softmax.m", "util/tanh_opt.m", "util/visualize.m", "util/whiten.m", "util/zscore.m",
    ];
}
