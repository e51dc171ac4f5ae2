// What the toolbox's examples start with, for #load: train_x, train_y, test_x, test_y. The script's first argument is how many
// training samples to take, a multiple of 600, for a quick look; all 60000 when there is none.
#load "load.csx"
using System;
using DeepLearnPort;
using Mat = MathNet.Numerics.LinearAlgebra.Matrix<double>;

int samples = Args.Count > 0 ? int.Parse(Args[0]) : 60000;
int tests = Math.Min(samples, 10000);
string mnist_uint8 = Repository("matlab-ref", "data", "mnist_uint8.mat");       // load mnist_uint8;

Mat train_x = ImageSet.Load(mnist_uint8, "train_x").Rows(..samples);            // train_x = double(train_x) / 255;
Mat test_x = ImageSet.Load(mnist_uint8, "test_x").Rows(..tests);                // test_x  = double(test_x)  / 255;
Mat train_y = MatFile.Load(mnist_uint8, "train_y").AsMatrix().Rows(..samples);  // train_y = double(train_y);
Mat test_y = MatFile.Load(mnist_uint8, "test_y").AsMatrix().Rows(..tests);      // test_y  = double(test_y);

/// <summary>MATLAB's assert, for the error rates that the examples promise of all samples.</summary>
void assert(bool condition, string message)
{
    if (samples == 60000 && !condition)
        throw new InvalidOperationException(message);
}
