using System.Text;

namespace GovBudget.Cli.Corpus;

/// <summary>Reads CSV (RFC 4180) a row at a time.</summary>
internal static class CsvRows
{
    public static IEnumerable<string[]> Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var row = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        while (reader.Read() is var c and >= 0)
        {
            if (quoted)
            {
                if (c != '"') field.Append((char)c);
                else if (reader.Peek() == '"') field.Append((char)reader.Read());
                else quoted = false;
            }
            else if (c == '"')
            {
                quoted = true;
            }
            else if (c is ',' or '\n')
            {
                row.Add(field.ToString());
                field.Clear();
                if (c == ',') continue;
                yield return [.. row];
                row.Clear();
            }
            else
            {
                field.Append((char)c);
            }
        }
    }
}
