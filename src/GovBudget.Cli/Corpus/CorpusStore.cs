using System.Text;
using System.Text.Json;

namespace GovBudget.Cli.Corpus;

/// <summary>The result files of a run, written by one hand. What is committed survives a kill; what came after is cut off when the run goes on, so that nothing
/// is lost and nothing stands twice.</summary>
/// <remarks>
/// A commit flushes every result file and then replaces <c>run.json</c>, which states how long each of them is. Going on means: cut each to that length, and
/// leave out the files that
/// <c>files.csv</c> names.
/// </remarks>
internal sealed class CorpusStore : IDisposable
{
    private const string StateName = "run.json";
    /// <summary>The file with a line for each document.</summary>
    public const string DocumentsName = "documents.ndjson";

    private readonly string _folder;
    private readonly CorpusSettings _settings;
    private readonly SortedDictionary<string, FileStream> _files = new(StringComparer.Ordinal);

    private CorpusStore(string folder, CorpusSettings settings)
    {
        _folder = folder;
        _settings = settings;
    }

    /// <summary>Files that an earlier run has committed.</summary>
    public HashSet<string> Done { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the folder holds results of a run.</summary>
    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, StateName));

    /// <summary>Opens the results, cut to the last commit, or makes them.</summary>
    /// <exception cref="CorpusException">They are of another run, or another process is writing them.</exception>
    public static CorpusStore Open(string folder, CorpusSettings settings)
    {
        Directory.CreateDirectory(folder);
        var store = new CorpusStore(folder, settings);
        try
        {
            var state = store.ReadState();
            foreach (var name in (string[])[.. CorpusTable.All.Select(t => t.FileName), DocumentsName])
            {
                var file = new FileStream(Path.Combine(folder, name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, 1 << 16);
                store._files.Add(name, file);
                var length = state?.Lengths.GetValueOrDefault(name) ?? 0;
                if (file.Length < length) throw new CorpusException($"{file.Name} 比 {StateName} 所记的短：结果文件被改动过。请换一个 --out。");
                file.SetLength(length);
                file.Seek(0, SeekOrigin.End);
            }
            if (state is null)
            {
                foreach (var table in CorpusTable.All) store._files[table.FileName].Write(Encoding.UTF8.GetBytes(table.Header + "\n"));
                store.Commit();
            }
            else
            {
                foreach (var row in CsvRows.Read(Path.Combine(folder, CorpusTable.Files.FileName)).Skip(1)) store.Done.Add(row[0]);
            }
            return store;
        }
        catch (IOException error)
        {
            store.Dispose();
            throw new CorpusException($"{folder}：{error.Message}");
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Adds what one file gave. Not committed yet.</summary>
    public void Append(CorpusOutput output)
    {
        foreach (var (name, bytes) in output.Parts) _files[name].Write(bytes);
    }

    /// <summary>Makes what was added permanent.</summary>
    public void Commit()
    {
        foreach (var file in _files.Values) file.Flush(flushToDisk: true);
        var state = new CorpusState(_settings, _files.ToDictionary(f => f.Key, f => f.Value.Length));
        var path = Path.Combine(_folder, StateName);
        File.WriteAllText(path + ".new", JsonSerializer.Serialize(state, CorpusJson.Options));
        File.Move(path + ".new", path, overwrite: true);
    }

    public void Dispose()
    {
        foreach (var file in _files.Values) file.Dispose();
    }

    private CorpusState? ReadState()
    {
        var path = Path.Combine(_folder, StateName);
        if (!File.Exists(path)) return null;
        try
        {
            var state = JsonSerializer.Deserialize<CorpusState>(File.ReadAllText(path), CorpusJson.Options) ?? throw new JsonException("null");
            if (state.Settings != _settings) throw new CorpusException($"{path} 属于另一次运行（{state.Settings}），本次为 {_settings}。请换一个 --out。");
            return state;
        }
        catch (JsonException error)
        {
            throw new CorpusException($"{path} 读不了：{error.Message}");
        }
    }
}

/// <summary>What a run is about; results may only be continued by a run that is about the same.</summary>
internal sealed record CorpusSettings(string Folder, string Shard, bool Ocr)
{
    public override string ToString() => $"{Folder}，--shard {Shard}{(Ocr ? "，--ocr" : "")}";
}

/// <summary>How far the results are committed.</summary>
internal sealed record CorpusState(CorpusSettings Settings, Dictionary<string, long> Lengths);

/// <summary>What one file adds to each result file.</summary>
internal sealed record CorpusOutput(string File, string Status, int Errors, IReadOnlyList<KeyValuePair<string, byte[]>> Parts)
{
    /// <summary>The rows of every table, and the document as a line of JSON.</summary>
    public static CorpusOutput Of(CorpusDocument document)
    {
        var parts = new List<KeyValuePair<string, byte[]>>();
        var text = new StringBuilder();
        foreach (var table in CorpusTable.All)
        {
            text.Clear();
            foreach (var row in table.Rows(document)) text.Append(row).Append('\n');
            if (text.Length > 0) parts.Add(new(table.FileName, Encoding.UTF8.GetBytes(text.ToString())));
        }
        if (document.Reading is { } reading)
        {
            var json = Model.DocumentJson.Write(reading.Document, indented: false);
            parts.Add(
                new(CorpusStore.DocumentsName,
                    Encoding.UTF8.GetBytes($"{{\"file\":{JsonSerializer.Serialize(document.File, CorpusJson.Options)},\"document\":{json}}}\n")));
        }
        return new(document.File, document.Status, document.Report?.Count(Model.Severity.Error) ?? 0, parts);
    }
}

/// <summary>A run that cannot begin: the message says what would be right.</summary>
internal sealed class CorpusException(string message) : Exception(message);

/// <summary>How the run's own JSON is written.</summary>
internal static class CorpusJson
{
    public static JsonSerializerOptions Options { get; } =
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = false
        };
}
