using System.Globalization;

namespace GovBudget.Cli.Corpus;

/// <summary>What a corpus run found, counted from its result tables a row at a time.</summary>
internal sealed class CorpusSummary
{
    private const int Worst = 50;
    private const int Listed = 200;

    private readonly Dictionary<string, long> _sums = new(StringComparer.Ordinal);

    public int Files { get; private set; }

    public int Read { get; private set; }

    /// <summary>Files whose bytes another file has too.</summary>
    public int Doubles { get; private set; }

    /// <summary>How many documents of each year: budgets, final accounts.</summary>
    public SortedDictionary<int, (int Budgets, int Accounts)> Years { get; } = [];

    public int WithErrors { get; private set; }

    /// <summary>Files that were not read, with the reason: the first of them.</summary>
    public List<(string File, string Reason)> NotRead { get; } = [];

    /// <summary>The documents with most errors.</summary>
    public List<(string File, string Department, int Errors)> MostErrors { get; private set; } = [];

    /// <summary>By rule: how many findings, in how many documents, the severity, and the last document with one.</summary>
    public Dictionary<string, (int Findings, int Documents, string Severity, string Last)> Rules { get; } = new(StringComparer.Ordinal);

    /// <summary>The sum over all files of a number column of <c>files.csv</c>.</summary>
    public long Sum(string column) => _sums.GetValueOrDefault(column);

    public static CorpusSummary Of(string folder)
    {
        var summary = new CorpusSummary();
        summary.CountFiles(CsvRows.Read(Path.Combine(folder, CorpusTable.Files.FileName)).Skip(1));
        summary.CountFindings(CsvRows.Read(Path.Combine(folder, CorpusTable.Findings.FileName)).Skip(1));
        return summary;
    }

    private void CountFiles(IEnumerable<string[]> rows)
    {
        var fields = CorpusTable.Files.Fields;
        int At(string name) => Array.FindIndex(fields, f => f.Name == name);
        int file = At(
            "file"), hash = At(
                "sha256"), status = At(
                    "status"), reason = At("reason"), kind = At("kind"), department = At("department"), year = At("year"), errors = At("errors");
        var seen = new HashSet<ulong>();
        foreach (var row in rows)
        {
            Files++;
            if (row[hash].Length > 0 && !seen.Add(ulong.Parse(row[hash].AsSpan(0, 16), NumberStyles.HexNumber, CultureInfo.InvariantCulture))) Doubles++;
            if (row[status] != "read")
            {
                if (NotRead.Count < Listed) NotRead.Add((row[file], row[reason]));
                continue;
            }
            Read++;
            for (var i = 0; i < fields.Length; i++)
            {
                if (fields[i].Type == "integer" && long.TryParse(row[i], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                    _sums[fields[i].Name] = Sum(fields[i].Name) + number;
            }
            if (int.TryParse(row[year], NumberStyles.None, CultureInfo.InvariantCulture, out var y))
            {
                var (budgets, accounts) = Years.GetValueOrDefault(y);
                Years[y] = row[kind] == "budget" ? (budgets + 1, accounts) : (budgets, accounts + 1);
            }
            if (!int.TryParse(row[errors], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count == 0) continue;
            WithErrors++;
            MostErrors.Add((row[file], row[department], count));
            if (MostErrors.Count > Worst * 4) Trim();
        }
        Trim();
    }

    private void Trim() => MostErrors = [.. MostErrors.OrderByDescending(e => e.Errors).Take(Worst)];

    private void CountFindings(IEnumerable<string[]> rows)
    {
        var fields = CorpusTable.Findings.Fields;
        int rule = Array.FindIndex(fields,
            f => f.Name == "rule"), severity = Array.FindIndex(fields, f => f.Name == "severity"), file = Array.FindIndex(fields, f => f.Name == "file");
        foreach (var row in rows)
        {
            var known = Rules.GetValueOrDefault(row[rule], (0, 0, row[severity], ""));
            Rules[row[rule]] = (known.Item1 + 1, known.Item2 + (known.Item4 == row[file] ? 0 : 1), Graver(known.Item3, row[severity]), row[file]);
        }
    }

    private static string Graver(string a, string b) => a == "error" || b == "error" ? "error" : a == "warning" || b == "warning" ? "warning" : "info";
}
