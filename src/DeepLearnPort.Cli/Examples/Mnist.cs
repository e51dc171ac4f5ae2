using Mat = MathNet.Numerics.LinearAlgebra.Matrix<double>;

namespace DeepLearnPort.Cli;

/// <summary><c>load mnist_uint8</c>: 60000 images to train and 10000 to test with, as doubles from 0 to 255, and their one-hot labels.</summary>
internal sealed record Mnist(Mat train_x, Mat train_y, Mat test_x, Mat test_y)
{
    public static Mnist Load(string path)
    {
        var file = MatFile.Load(path);
        Mat Matrix(string name, int columns) =>
            !file.TryGetValue(name, out var value) ? throw new ArgumentException($"{path} has no {name}; it must be of the layout of mnist_uint8.mat")
            : value.Columns != columns ? throw new ArgumentException($"{name} of {path} must have {columns} columns; is {value}")
            : value.AsMatrix();
        var mnist = new Mnist(Matrix("train_x", 784), Matrix("train_y", 10), Matrix("test_x", 784), Matrix("test_y", 10));
        if (mnist.train_x.RowCount != 60000 || mnist.train_y.RowCount != 60000 || mnist.test_x.RowCount != mnist.test_y.RowCount)
            throw new ArgumentException($"the examples are for 60000 images to train with; {path} has {mnist.train_x.RowCount}");
        return mnist;
    }
}
