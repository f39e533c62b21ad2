using System.Diagnostics;

namespace GovBudget.Benchmarks.Table;

/// <summary>Programs run as whole processes: the tool, and the peers that are installed.</summary>
internal static class Outside
{
    private const int Times = 5;

    /// <summary>What the program says of its version, or null where it is not installed.</summary>
    public static string? Version(string program)
    {
        try
        {
            using var process = Process.Start(Start(program, "-v"))!;
            var said = process.StandardError.ReadToEndAsync();
            var text = process.StandardOutput.ReadToEnd() + said.Result;
            process.WaitForExit();
            return text.Split('\n')[0].Trim();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>The median time of five runs after one that does not count.</summary>
    public static Measure Time(string program, params string[] arguments)
    {
        Once(program, arguments);
        var times = Enumerable.Range(0, Times).Select(_ => Once(program, arguments).Seconds).Order().ToList();
        return new(times[Times / 2]);
    }

    /// <summary>One run, with the peak of its resident memory, looked at every 20 ms, where that is asked for.</summary>
    /// <exception cref="InvalidOperationException">It ended with a code above 1.</exception>
    public static (double Seconds, long Peak) Once(string program, string[] arguments, bool memory = false)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(Start(program, arguments))!;
        var said = process.StandardError.ReadToEndAsync();
        var read = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var peak = 0L;
        while (memory && !process.WaitForExit(20))
        {
            process.Refresh();
            try { peak = Math.Max(peak, process.PeakWorkingSet64); }
            catch (InvalidOperationException) { break; } // it ended just now
        }

        process.WaitForExit();
        clock.Stop();
        read.Wait();
        return process.ExitCode <= 1
            ? (clock.Elapsed.TotalSeconds, peak)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {said.Result}");
    }

    private static ProcessStartInfo Start(string program,
        params string[] arguments) => new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
}
