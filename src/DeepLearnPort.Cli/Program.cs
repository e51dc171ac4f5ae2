using System.Globalization;
using DeepLearnPort.Cli;

// What dlport reads and writes is the same everywhere; scripts may ask for other cultures.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

using var signals = new StopSignals();
return await CommandLine.RunAsync(args, Console.Out, Console.Error, signals.Token);
