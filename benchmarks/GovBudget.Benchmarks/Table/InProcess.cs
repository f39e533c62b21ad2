using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;

namespace GovBudget.Benchmarks.Table;

/// <summary>The benchmarks of a class run by BenchmarkDotNet, and what each of its methods took.</summary>
internal static class InProcess
{
    /// <summary>Runs all methods.</summary>
    /// <exception cref="InvalidOperationException">One of them failed.</exception>
    public static Dictionary<string, Measure> Run<T>()
    {
        var log = new AccumulationLogger();
        var config = ManualConfig.CreateEmpty().AddLogger(log).AddColumnProvider(DefaultColumnProviders.Instance)
            .WithArtifactsPath(Directory.CreateTempSubdirectory("benchmarks-").FullName).WithOptions(ConfigOptions.DisableLogFile);
        try
        {
            var reports = BenchmarkRunner.Run<T>(config).Reports;
            if (reports.Length == 0 || reports.Any(r => r.ResultStatistics is null))
                throw new InvalidOperationException($"{typeof(T).Name} failed:\n{log.GetLog()}");
            return reports.ToDictionary(r => r.BenchmarkCase.Descriptor.WorkloadMethod.Name,
                r => new Measure(r.ResultStatistics!.Mean / 1e9, r.GcStats.GetBytesAllocatedPerOperation(r.BenchmarkCase)));
        }
        finally
        {
            Directory.Delete(config.ArtifactsPath!, recursive: true);
        }
    }
}
