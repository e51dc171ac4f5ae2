namespace DeepLearnPort.Tests;

public class MatConvertTests
{
    private static readonly MatStruct Full = MatStruct.Create(
        ("note", "mine"), ("size", MatNumeric.Column(2, 1)), ("n", 2.0), ("testing", true), ("output", "sigm"),
        ("W", MatCell.Row(Mat.Build.Dense(1, 3, [1, 2, 3]))), ("dropOutMask", MatCell.Create([], 1, 0)),
        ("mine", MatCell.Row(MatNumeric.Create<sbyte>([-1], 1, 1), MatStruct.Create())));

    [Test]
    public void To_UnknownFieldsAndOtherShapes_ComeBackInPlace()
    {
        var back = (MatStruct)MatConvert.From(MatConvert.To<Nn>(Full));

        Assert.That(back.Fields, Is.EqualTo(Full.Fields));
        Assert.That(MatComparison.Of(Full, back, "nn", tolerance: 0).Differences, Is.Empty);
    }

    [Test]
    public void From_FieldsSetSince_AreAppendedAsInMatlab()
    {
        var nn = MatConvert.To<Nn>(Full);
        nn.learningRate = 0.5;
        nn.e = Mat.Build.Dense(1, 1);
        nn.Extra["mine"] = 1.0;
        nn.Extra["more"] = 2.0;

        var back = (MatStruct)MatConvert.From(nn);

        Assert.That(back.Fields, Is.EqualTo((string[])[.. Full.Fields, "learningRate", "e", "L", "more"]));
        Assert.That(back["mine"].AsDouble(), Is.EqualTo(1));
        Assert.That(MatConvert.To<Nn>(Full).Extra["mine"], Is.InstanceOf<MatCell>(), "the network it was read from is another value");
    }

    [Test]
    public void From_MatrixOfAnotherShapeSince_KeepsItsOwn()
    {
        var nn = MatConvert.To<Nn>(MatStruct.Create(("size", MatNumeric.Column(2, 1)), ("e", MatNumeric.Row(1, 0, 1))));
        nn.e = Mat.Build.Dense(3, 1);
        nn.size = [3, 1, 1];

        var back = (MatStruct)MatConvert.From(nn);

        Assert.That((back["e"].Size, back["size"].Size), Is.EqualTo(("3x1", "1x3")));
    }

    [Test]
    public void From_NewNetwork_HasTheFieldsOfNnsetupOnly()
    {
        var recorded = (MatStruct)MatFile.Load(Repository.Path("matlab-ref", "cases", "nnsetup_two_hidden.mat"), "out")[0];

        var fields = ((MatStruct)MatConvert.From(Toolbox.nnsetup(5, 3, 4, 2))).Fields;

        Assert.That(fields, Is.EqualTo(recorded.Fields));
    }

    [Test]
    public void From_LossWithoutValidation_KeepsItsEmptyCurves()
    {
        var loss = MatConvert.From(default(Loss));

        Assert.That(MatComparison.Of(MatStruct.Create(
            ("train", MatStruct.Create(("e", MatNumeric.Empty), ("e_frac", MatNumeric.Empty))),
            ("val", MatStruct.Create(("e", MatNumeric.Empty), ("e_frac", MatNumeric.Empty)))), loss, "loss").Differences, Is.Empty);
    }

    [Test]
    public void From_FieldsSetToNothing_AreThere()
    {
        var cnn = new Cnn { rL = [] };
        var opts = new Opts { momentum = 0, numepochs = 0 };
        var cae = new Cae { sv = 0, edgemask = new Array3(0, 2, 3, []), ok = [default, []] };

        Assert.Multiple(() =>
        {
            Assert.That(((MatStruct)MatConvert.From(cnn)).Fields, Does.Contain("rL"));
            Assert.That(MatConvert.From(cnn)["rL"].ToString(), Is.EqualTo("0x0 double"));
            Assert.That(((MatStruct)MatConvert.From(opts)).Fields, Is.EqualTo(new[] { "numepochs", "momentum" }));
            Assert.That(((MatStruct)MatConvert.From(default(Opts))).Fields, Is.Empty);
            Assert.That(MatConvert.From(cae)["sv"].AsDouble(), Is.Zero);
            Assert.That(MatConvert.From(cae)["edgemask"].Size, Is.EqualTo("0x2x3"));
            Assert.That((MatConvert.From(cae)["ok"][0].ToString(), MatConvert.From(cae)["ok"][1].ToString()), Is.EqualTo(("0x0 double", "0x0 cell")));
            Assert.That(((MatStruct)MatConvert.From(default(Cae))).Fields, Has.None.EqualTo("sv").And.None.EqualTo("edgemask").And.None.EqualTo("rL"));
        });
    }

    [TestCase("0x0 double")]
    [TestCase("0x0 cell")]
    [TestCase("1x0 cell")]
    [TestCase("0x1 cell")]
    public void ToAndFrom_EmptyCellOfAnyKind_StaysAsItWas(string kind)
    {
        int[] size = [.. kind[..3].Split('x').Select(int.Parse)];
        var nothing = MatStruct.Create(("W", kind.EndsWith("cell", StringComparison.Ordinal) ? MatCell.Create([], size) : MatNumeric.Empty));

        Assert.That(MatConvert.From(MatConvert.To<Nn>(nothing))["W"].ToString(), Is.EqualTo(kind));
    }

    [Test]
    public void From_EmptyColumn_IsZeroByOne() => Assert.That(
        MatConvert.Write(Array.Empty<double>(), new MatFormAttribute { Column = true }).Size, Is.EqualTo("0x1"));

    [Test]
    public void From_ColumnsThatHaveGrown_StayColumns()
    {
        var loss = MatConvert.To<Loss>(MatStruct.Create(("train", MatStruct.Create(("e", MatNumeric.Create([0.3, 0.2], 2, 1))))));
        loss.train.e[2] = 0.1;
        loss.val.e[0] = 1;
        var nn = MatConvert.To<Nn>(MatStruct.Create(("a", MatCell.Create([1.0, 2.0], 2, 1)), ("W", MatCell.Create([], 0, 1))));
        nn.a[2] = Mat.Build.Dense(1, 1);
        nn.W[1] = Mat.Build.Dense(1, 1);

        var (written, net) = ((MatStruct)MatConvert.From(loss), (MatStruct)MatConvert.From(nn));

        Assert.That(((MatStruct)written["train"])["e"].ToString(), Is.EqualTo("3x1 double"));
        Assert.That(((MatStruct)written["train"]).Fields, Is.EqualTo(new[] { "e" }), "what was missing comes when it is set");
        Assert.That(((MatStruct)written["val"]).Fields, Is.EqualTo(new[] { "e", "e_frac" }), "a struct made here has both");
        Assert.That((net["a"].ToString(), net["W"].ToString()), Is.EqualTo(("3x1 cell", "1x2 cell")));
    }

    [Test]
    public void From_LogicalMatricesWithoutElements_AreLogicalButForTheEmptyOne()
    {
        Nn nn = default;
        nn.dropOutMask[1] = Mat.Build.Dense(0, 3);
        var masks = (MatCell)((MatStruct)MatConvert.From(nn))["dropOutMask"];
        Assert.That(masks.Select(mask => mask.ToString()), Is.EqualTo(new[] { "0x0 double", "0x3 logical" }));
    }

    [Test]
    public void From_ExtraFieldOfAKnownName_Throws()
    {
        var opts = new Opts { numepochs = 1 };
        opts.Extra["batchsize"] = 5.0;

        Assert.That(() => MatConvert.From(opts), Throws.TypeOf<InvalidCastException>().With.Message.Contains("batchsize"));
    }

    [Test]
    public void Extra_Copy_IsAValueOfItsOwn()
    {
        var a = new Opts();
        a.Extra["plot"] = 1.0;
        var b = a;
        b.Extra["plot"] = 0.0;

        Assert.That(a.Extra["plot"].AsDouble(), Is.EqualTo(1));
        Assert.That(() => a.Extra["none"], Throws.TypeOf<KeyNotFoundException>());
        Assert.That(b.Extra, Has.Count.EqualTo(1));
    }

    [Test]
    public void To_Misfit_NamesThePlace()
    {
        var nn = MatStruct.Create(("W", MatCell.Row(1.0, "text")));

        Assert.That(() => MatConvert.To<Nn>(nn), Throws.TypeOf<MisfitException>().With.Message.EqualTo("W{2}: this value is 1x4 char, not a matrix"));
        Assert.That(() => MatConvert.To<Nn>(MatStruct.Create(("size", MatNumeric.Row(2, 0.5)))), Throws.InstanceOf<InvalidCastException>().With.Message.StartsWith("size(2): 0.5 is not a whole number"));
        Assert.That(() => MatConvert.To<Nn>(5.0), Throws.InstanceOf<InvalidCastException>().With.Message.Contains("not a 1x1 struct"));
        Assert.That(() => MatConvert.To<bool>(2.0), Throws.InstanceOf<InvalidCastException>());
        Assert.That(() => MatConvert.To<Uri>(2.0), Throws.InstanceOf<InvalidCastException>().With.Message.Contains("Uri"));
        Assert.That(() => MatConvert.From(new Uri("file:///")), Throws.InstanceOf<InvalidCastException>().With.Message.Contains("Uri"));
    }

    [Test]
    public void ToAndFrom_PlainValues_AreInverse()
    {
        Assert.Multiple(() =>
        {
            Assert.That(MatConvert.To<double>(2.5), Is.EqualTo(2.5));
            Assert.That(MatConvert.To<int>(MatNumeric.Create<byte>([200], 1, 1)), Is.EqualTo(200));
            Assert.That(MatConvert.To<bool>(true), Is.True);
            Assert.That(MatConvert.To<string>(""), Is.Empty);
            Assert.That(MatConvert.To<int[]>(MatNumeric.Column(3, 1, 2)), Is.EqualTo(new[] { 3, 1, 2 }));
            Assert.That(MatConvert.To<double[]>(MatNumeric.Empty), Is.Empty);
            Assert.That(MatConvert.To<Mat>(MatNumeric.Logical([true, false], 1, 2)), Is.EqualTo(Mat.Build.Dense(1, 2, [1, 0])));
            Assert.That(MatConvert.To<Mat>(MatNumeric.Empty).RowCount, Is.Zero);
            Assert.That(MatConvert.To<Cell<double>>(MatCell.Row(1.0, 2.0)), Is.EqualTo(new[] { 1.0, 2.0 }), "a cell of numbers");
            Assert.That(MatConvert.To<double?>(1.0), Is.EqualTo(1));
            Assert.That(MatConvert.To<MatValue>("text").AsString(), Is.EqualTo("text"));
            Assert.That(MatConvert.From(3).ToString(), Is.EqualTo("1x1 double"));
            Assert.That(MatConvert.From("sigm").AsString(), Is.EqualTo("sigm"));
            Assert.That(MatConvert.From(new[] { 1, 2 }).ToString(), Is.EqualTo("1x2 double"));
            Assert.That(MatConvert.From(new[] { true }).ToString(), Is.EqualTo("1x1 logical"));
            Assert.That(MatConvert.From(new[] { "a", "b" }), Is.InstanceOf<MatCell>());
        });
    }

    [Test]
    public void ToAndFrom_CellsOfCells_KeepGapsEmpty()
    {
        Cell<Cell<Mat>> k = default;
        k[2] = [Mat.Build.Dense(1, 1, 7)];

        var value = MatConvert.From(k);
        var back = MatConvert.To<Cell<Cell<Mat>>>(value);

        Assert.That(value[0], Is.SameAs(MatNumeric.Empty));
        Assert.That(back.Select(c => c.Length), Is.EqualTo(new[] { 0, 0, 1 }));
        Assert.That(back[2][0][0, 0], Is.EqualTo(7));
    }

    [Test]
    public void From_Forms_DecideShapeAndPresence()
    {
        var formed = (MatStruct)MatConvert.From(new Formed { b = [0.5, 0.5], c = [Mat.Build.Dense(1, 1)], mask = Mat.Build.Dense(1, 2), Path = "here" });

        Assert.That(formed.Fields, Is.EqualTo(new[] { "b", "c", "mask" }), "no scale before it is assigned, no Path ever");
        Assert.That(formed["b"], Is.InstanceOf<MatCell>());
        Assert.That(formed["c"].Size, Is.EqualTo("1x1"));
        Assert.That(formed["mask"].ClassName, Is.EqualTo("logical"));
        Assert.That(((MatStruct)MatConvert.From(new Formed { scale = 0 })).Fields, Does.Contain("scale"));
        Assert.That(() => MatConvert.To<Formed>(MatStruct.Create(("other", 1.0))), Throws.InstanceOf<InvalidCastException>().With.Message.Contains("'other'"));
    }

    private struct Formed
    {
        public int scale { readonly get => _scale ?? 0; set => _scale = value; }

        private int? _scale;

        [MatForm(CellArray = true)]
        public Cell<double> b;

        [MatForm(Column = true)]
        public Cell<Mat> c;

        [MatForm(Logical = true)]
        public Mat mask;

        [MatForm(NotInMatlab = true)]
        public string Path;
    }
}
