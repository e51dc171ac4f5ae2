using System.Globalization;
using DeepLearnPort.Cli;

// What dlport reads and writes is the same everywhere; scripts may ask for other cultures.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

using var signals = new StopSignals();
int exitCode = await CommandLine.RunAsync(args, Console.Out, Console.Error, signals.Token);
if (signals.Token.IsCancellationRequested)
    Environment.Exit(exitCode); // threads that a script has started would be waited for
return exitCode;
