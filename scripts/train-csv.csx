// dlport run scripts/train-csv.csx [file.csv [epochs]]; with dotnet-script: dotnet script scripts/train-csv.csx -- [file.csv [epochs]]
// Trains a classifier on your own table: a header line, columns of numbers, the class in the last column.
#load "load.csx"
#r "nuget: CsvHelper, 34.0.0"
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using CsvHelper;
using DeepLearnPort;
using static DeepLearnPort.Toolbox;
using Mat = MathNet.Numerics.LinearAlgebra.Matrix<double>;

string file = Args.Count > 0 ? Args[0] : Repository("scripts", "rings.csv");
int epochs = Args.Count > 1 ? int.Parse(Args[1]) : 200;

// One row a sample, and its class; what is wrong in the table is said with its line.
var rows = new List<double[]>();
var classOf = new List<string>();
using (var csv = CsvReader.FromFile(file, CsvReaderOptions.Default with { TrackLineNumbers = true }))
    while (csv.Read())
    {
        Check(csv.FieldCount == csv.Headers.Count, csv.LineNumber, $"{csv.FieldCount} cells, but the first line has {csv.Headers.Count}");
        rows.Add([.. Enumerable.Range(0, csv.FieldCount - 1).Select(column => Number(csv.GetString(column), csv.LineNumber, csv.Headers[column]))]);
        classOf.Add(csv.GetString(csv.FieldCount - 1));
    }

double Number(string cell, long line, string column)
{
    Check(double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number), line,
        $"column {column} must hold numbers such as 0.5; there is '{cell}'");
    return number;
}

void Check(bool holds, long line, string otherwise)
{
    if (!holds)
        throw new InvalidDataException($"{file}({line}): {otherwise}");
}

string[] classes = [.. classOf.Distinct().Order(StringComparer.Ordinal)];
Check(classes.Length > 1 && rows[0].Length > 0, 1, $"columns of numbers, and samples of two classes or more, are needed; there are {classes.Length} classes");
Mat x = Mat.Build.DenseOfRowArrays(rows);
Mat y = eye(length(classes)).Rows([.. classOf.Select(name => Array.IndexOf(classes, name) + 1)]); // a 1 in the column of the class

// Four fifths to train on, a whole number of minibatches; the rest to test with.
rand("state", 0);
int m = length(rows) * 4 / 5;
var opts = new Opts { numepochs = epochs, batchsize = Math.Min(10, m) };
var index = randperm(length(rows));
m = m / opts.batchsize * opts.batchsize;
var (train_x, mu, sigma) = zscore(x.Rows(index[..m]));
var test_x = normalize(x.Rows(index[m..]), mu, sigma);

var nn = nnsetup([size(x, 2), 10, length(classes)]);
nn.output = "softmax";
nn.learningRate = 0.5;
var shown = Display.Writer;
Display.Writer = TextWriter.Null; // a line for each epoch
(nn, var L) = nntrain(nn, train_x, y.Rows(index[..m]), opts);
Display.Writer = shown;

var (er, bad) = nntest(nn, test_x, y.Rows(index[m..]));
disp($"{length(rows)} samples of {string.Join(", ", classes)}: loss {num2str(L[0])} to {num2str(L[^1])}, {length(bad)} of {size(test_x, 1)} test samples wrong");
