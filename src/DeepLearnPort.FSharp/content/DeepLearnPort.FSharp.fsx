// Shows networks and matrices at the F# Interactive prompt as one would write them down, not field by field.
fsi.AddPrinter(fun (nn: DeepLearnPort.Nn) -> nn.ToString())
fsi.AddPrinter(fun (x: MathNet.Numerics.LinearAlgebra.Matrix<float>) -> x.ToString())
