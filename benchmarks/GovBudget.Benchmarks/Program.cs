using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(GovBudget.Benchmarks.WorkbookBenchmarks).Assembly).Run(args);
