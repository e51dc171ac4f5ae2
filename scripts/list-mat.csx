// dlport run scripts/list-mat.csx [file.mat [variable]]; with dotnet-script: dotnet script scripts/list-mat.csx -- [file.mat [variable]]
// Lists what a MAT file holds, as whos -file does, and shows one variable.
#load "load.csx"
using System.Linq;
using DeepLearnPort;
using static DeepLearnPort.Toolbox;

string file = Args.Count > 0 ? Args[0] : Repository("matlab-ref", "article", "octave_seed0_0020_curves.mat");
whos("-file", file);                // whos -file file.mat

var name = Args.Count > 1 ? Args[1] : MatFile.List(file).First(v => v.IsMatrix).Name;
var x = load(file, name)[name];     // x = load(file, name).(name)
disp($"\n{name}: {x}");
if (x is MatNumeric && x.Dimensions.Length == 2)
    disp(x.AsMatrix().Slice(..Math.Min(5, x.Rows), ..Math.Min(5, x.Columns)));
