using BenchmarkDotNet.Running;
using GovBudget.Benchmarks;
using GovBudget.Benchmarks.Table;

if (args is ["--table", ..]) return TableRun.Run(args[1..]);
BenchmarkSwitcher.FromAssembly(typeof(WorkbookBenchmarks).Assembly).Run(args);
return 0;
