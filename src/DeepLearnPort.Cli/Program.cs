return await DeepLearnPort.Cli.CommandLine.RunAsync(args, Console.Out, Console.Error);
