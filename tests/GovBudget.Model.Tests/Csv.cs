using System.Text;

namespace GovBudget.Model.Tests;

/// <summary>Reads the hand-made truths: comma-separated, quoted where needed, a header line.</summary>
internal static class Csv
{
    public static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        var records = Records(File.ReadAllText(file)).ToArray();
        return records.Skip(1).Select(r => records[0].Zip(r).ToDictionary(p => p.First, p => p.Second));
    }

    private static IEnumerable<string[]> Records(string text)
    {
        var (fields, field, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') field.Append(text[++i]);
            else if (c == '"') quoted = !quoted;
            else if (!quoted && c is ',' or '\n')
            {
                fields.Add(field.ToString());
                field.Clear();
                if (c != '\n') continue;
                yield return [.. fields];
                fields.Clear();
            }
            else if (quoted || c is not ('\r' or '\uFEFF')) field.Append(c);
        }
    }
}
