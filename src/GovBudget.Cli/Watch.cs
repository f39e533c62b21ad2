namespace GovBudget.Cli;

/// <summary>Runs something over files again whenever one of them is saved, until it is cancelled.</summary>
internal static class Watch
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(300);

    /// <summary>Runs at once, then after each change. Files are looked at, not listened to: office programs save by replacing the file, and network drives
    /// report nothing.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> files, Func<int> run, CancellationToken cancelled)
    {
        var seen = Stamps(files); // before running: what is saved meanwhile is seen afterwards
        var exit = run();
        try
        {
            while (true)
            {
                await Task.Delay(Look, cancelled).ConfigureAwait(false);
                var now = Stamps(files);
                if (now.SequenceEqual(seen)) continue;
                do
                {
                    seen = now; // a file that is still being written changes again within the next look
                    await Task.Delay(Look, cancelled).ConfigureAwait(false);
                    now = Stamps(files);
                }
                while (!now.SequenceEqual(seen));
                if (files.Any(file => !File.Exists(file))) continue; // between deleting the old file and writing the new one
                await Console.Out.WriteLineAsync($"—— {DateTime.Now:HH:mm:ss} ——").ConfigureAwait(false);
                exit = run();
            }
        }
        catch (OperationCanceledException)
        {
            return exit;
        }
    }

    private static List<(DateTime Written, long Length)> Stamps(IReadOnlyList<string> files) =>
        [.. files.Select(file => new FileInfo(file)).Select(info => info.Exists ? (info.LastWriteTimeUtc, info.Length) : default)];
}
