// Brings the library as this clone has built it (dotnet build -c Release), and finds the files of the clone.
// Without a clone, #r "nuget: DeepLearnPort, 0.1.0" takes the place of the two lines below. dlport run brings its own library either way.
#r "../src/DeepLearnPort/bin/Release/net10.0/MathNet.Numerics.dll"
#r "../src/DeepLearnPort/bin/Release/net10.0/DeepLearnPort.dll"
using System.IO;
using System.Runtime.CompilerServices;

/// <summary>A file of the clone: Repository("matlab-ref", "data", "mnist_uint8.mat").</summary>
static string Repository(params string[] path) => Path.Combine([Path.GetDirectoryName(ThisFile())!, "..", .. path]);

static string ThisFile([CallerFilePath] string file = "") => file;
