using System.Diagnostics;
using System.Security.Cryptography;
using GovBudget.Model;
using GovBudget.Model.Layout;
using GovBudget.Model.Pdf.Recognition;

namespace GovBudget.Cli.Corpus;

/// <summary>Reads and checks every file of a folder on all cores, and hands what each gave to the store in the order of the files. Holds a window of files,
/// however many there are.</summary>
internal sealed class CorpusRun(string folder, int jobs, ITextRecogniser? ocr)
{
    private const int WindowPerJob = 8;
    private const int FilesPerCommit = 64;
    private static readonly TimeSpan CommitEvery = TimeSpan.FromSeconds(2);

    /// <summary>Works through the files; ends early, with what was done committed, where cancelled.</summary>
    public async Task<bool> ToStoreAsync(IEnumerable<string> files, CorpusStore store, CorpusProgress progress, CancellationToken cancelled)
    {
        using var slots = new SemaphoreSlim(jobs);
        var window = new Queue<Task<CorpusOutput>>();
        var committed = Stopwatch.StartNew();
        var open = 0;

        async Task Take()
        {
            var output = await window.Dequeue().ConfigureAwait(false);
            store.Append(output);
            progress.Done(output);
            if (++open < FilesPerCommit && committed.Elapsed < CommitEvery) return;
            store.Commit();
            open = 0;
            committed.Restart();
        }

        foreach (var file in files)
        {
            if (cancelled.IsCancellationRequested) break;
            if (store.Done.Contains(file)) continue;
            if (window.Count >= jobs * WindowPerJob) await Take().ConfigureAwait(false);
            window.Enqueue(Task.Run(async () =>
            {
                await slots.WaitAsync(CancellationToken.None).ConfigureAwait(false);
                try
                {
                    return CorpusOutput.Of(Open(file));
                }
                finally
                {
                    slots.Release();
                }
            }, CancellationToken.None));
        }
        while (window.Count > 0) await Take().ConfigureAwait(false);
        store.Commit();
        return !cancelled.IsCancellationRequested;
    }

    /// <summary>One file, whatever it is: a file that cannot be read is a result too.</summary>
    private CorpusDocument Open(string file)
    {
        var path = Path.Combine(folder, file);
        long bytes = -1;
        var hash = "";
        try
        {
            using (var stream = File.OpenRead(path))
            {
                bytes = stream.Length;
                hash = Convert.ToHexStringLower(SHA256.HashData(stream));
            }
            var reading = DocumentFiles.Read(path, ocr);
            return new(file, bytes, hash, "read", "", reading, Checker.Default.Check(reading));
        }
        catch (Exception error) when (error is UnreadableDocumentException or RecognitionException or IOException or UnauthorizedAccessException)
        {
            return new(file, bytes, hash, "unreadable", OneLine(error.Message), null, null);
        }
        catch (Exception error)
        {
            return new(file, bytes, hash, "failed", OneLine($"{error.GetType().Name}: {error.Message}"), null, null);
        }
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}

/// <summary>How far a run is, on stderr: one line that is rewritten on a terminal, a line every half minute elsewhere.</summary>
internal sealed class CorpusProgress(int total)
{
    private static readonly bool Live = !Console.IsErrorRedirected;
    private static readonly TimeSpan Every = Live ? TimeSpan.FromSeconds(0.5) : TimeSpan.FromSeconds(30);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _next = Every;

    public int Files { get; private set; }

    public int NotRead { get; private set; }

    public int Errors { get; private set; }

    public TimeSpan Elapsed => _clock.Elapsed;

    public double Rate => Files / Math.Max(_clock.Elapsed.TotalSeconds, 1e-3);

    public void Done(CorpusOutput output)
    {
        Files++;
        Errors += output.Errors;
        if (output.Status != "read") NotRead++;
        if (_clock.Elapsed < _next) return;
        _next = _clock.Elapsed + Every;
        var left = TimeSpan.FromSeconds((total - Files) / Math.Max(Rate, 1e-9));
        var line = FormattableString.Invariant($"{Files}/{total}  {Rate:0.0} 份/秒  还需 {(int)left.TotalHours}:{left:mm\\:ss}  读不了 {NotRead}  错误 {Errors}");
        if (Live) Console.Error.Write($"\r\u001b[K{line}");
        else Console.Error.WriteLine(line);
    }

    public static void Clear()
    {
        if (Live) Console.Error.Write("\r\u001b[K");
    }
}
