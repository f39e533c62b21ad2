using System.Globalization;
using System.Text;

namespace GovBudget.Model;

/// <summary>All entries of all years, sorted by code and first year: read once from the embedded data files, then searched without allocating.</summary>
internal sealed class SubjectTable
{
    private static readonly Lazy<SubjectTable> Loaded = new(Load);

    private readonly int[] _keys;
    private readonly Subject[] _subjects;

    private SubjectTable(Subject[] subjects, SubjectLink[] links, EconomicPair[] pairs)
    {
        _subjects = subjects;
        _keys = new int[subjects.Length];
        for (var i = 0; i < subjects.Length; i++) _keys[i] = Subject.KeyOf(subjects[i].Code);
        Links = links;
        Pairs = pairs;
    }

    public static SubjectTable Instance => Loaded.Value;

    /// <summary>Every entry of every year.</summary>
    public IReadOnlyList<Subject> Subjects => _subjects;

    public SubjectLink[] Links { get; }

    public EconomicPair[] Pairs { get; }

    /// <summary>The entries of that code, all years, earliest first.</summary>
    public ReadOnlySpan<Subject> Of(int key)
    {
        var start = LowerBound(key);
        return _subjects.AsSpan(start, LowerBound(key + 1) - start);
    }

    /// <summary>The entries below that code, all levels and years, in printed order.</summary>
    public ReadOnlySpan<Subject> Below(int key)
    {
        var start = LowerBound(key + 1);
        return _subjects.AsSpan(start, LowerBound(key + CodeGrammar.Weight(CodeGrammar.Level(key))) - start);
    }

    public Subject? Find(int key, int year)
    {
        foreach (var subject in Of(key)) if (subject.IsValidIn(year)) return subject;
        return null;
    }

    /// <summary>Reads the embedded files anew; <see cref="Instance"/> does it once.</summary>
    public static SubjectTable Load()
    {
        // The files are kept in order, each and between them: a test holds that.
        var subjects = new List<Subject>(2048);
        Read("revenue", SubjectScheme.Revenue, subjects);
        Read("functional", SubjectScheme.Functional, subjects);
        Read("economic", SubjectScheme.Economic, subjects);
        Read("government", SubjectScheme.GovernmentEconomic, subjects);
        var links = new List<SubjectLink>(128);
        for (var lines = Lines("successors"); Next(ref lines, out var line);)
            links.Add(new(Subject.KeyOf(Cell(ref line)), Subject.KeyOf(Cell(ref line)), Year(Cell(ref line), 0), Source(Cell(ref line)), line.ToString()));
        var pairs = new List<EconomicPair>(128);
        for (var lines = Lines("correspondence"); Next(ref lines, out var line);)
            pairs.Add(new(Subject.KeyOf(Cell(ref line)), Subject.KeyOf(Cell(ref line))));
        return new([.. subjects], [.. links], [.. pairs]);
    }

    private static void Read(string file, SubjectScheme scheme, List<Subject> subjects)
    {
        for (var lines = Lines(file); Next(ref lines, out var line);)
        {
            string code = Cell(ref line).ToString(), name = Cell(ref line).ToString();
            int from = Year(Cell(ref line), SubjectCatalog.FirstYear), to = Year(Cell(ref line), SubjectCatalog.LastYear);
            subjects.Add(new(scheme, code, name, from, to, Source(Cell(ref line)), line.ToString()));
        }
    }

    private int LowerBound(int key)
    {
        int low = 0, high = _keys.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_keys[middle] < key) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static int Year(ReadOnlySpan<char> cell,
        int otherwise) => cell.IsEmpty ? otherwise : int.Parse(cell, NumberStyles.None, CultureInfo.InvariantCulture);

    private static SubjectProvenance Source(ReadOnlySpan<char> cell) => cell switch
    {
        "document" => SubjectProvenance.Document,
        "regulation" => SubjectProvenance.Regulation,
        _ => SubjectProvenance.General,
    };

    /// <summary>The text of a data file below its header.</summary>
    private static ReadOnlySpan<char> Lines(string file)
    {
        using var stream = typeof(SubjectTable).Assembly.GetManifestResourceStream($"GovBudget.Model.Classification.{file}.csv")
            ?? throw new InvalidOperationException($"{file}.csv is not embedded.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        ReadOnlySpan<char> text = Encoding.UTF8.GetString(bytes);
        return Next(ref text, out _) ? text : default;
    }

    /// <summary>Takes the next line off a text.</summary>
    private static bool Next(ref ReadOnlySpan<char> text, out ReadOnlySpan<char> line)
    {
        var end = text.IndexOf('\n');
        line = end < 0 ? text : text[..end];
        text = end < 0 ? default : text[(end + 1)..];
        return !line.IsEmpty;
    }

    /// <summary>Takes the next cell off a line; the last one is what is left.</summary>
    private static ReadOnlySpan<char> Cell(ref ReadOnlySpan<char> line)
    {
        var end = line.IndexOf(',');
        var cell = end < 0 ? line : line[..end];
        line = end < 0 ? default : line[(end + 1)..];
        return cell;
    }
}

/// <summary>A code that became another from that year on; 0 where it ended or began without one.</summary>
internal sealed record SubjectLink(int From, int To, int Year, SubjectProvenance Provenance, string Note);

/// <summary>A government economic code and a department one that it covers.</summary>
internal readonly record struct EconomicPair(int Government, int Economic);
