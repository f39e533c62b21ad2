using System.Text;

namespace GovBudget.Model.Pdf.Writing;

/// <summary>Characters that few fonts show, and the common one that looks nearly the same: its glyph is drawn, the text stays what it is.</summary>
internal static class LookAlikes
{
    private static readonly Dictionary<int, int> s_known = new (char Rare, char Common)[]
    {
        ('\u201F', '\u201C'), ('\u201B', '\u2018'), ('\u201E', '\u201C'), ('\u201A', '\u2018'), ('\u2033', '"'), ('\u2032', '\''), // quotation marks
        ('\u2010', '-'), ('\u2011', '-'), ('\u2012', '\u2013'), ('\u2212', '-'), ('\u2015', '\u2014'), // dashes
        ('\u2027', '\u00B7'), ('\u22C5', '\u00B7'), ('\u30FB', '\u00B7'), ('\u2022', '\u00B7'), // dots
        ('\u301C', '\uFF5E'), ('\u223C', '~'), ('\u2611', '\u221A'), ('\u2713', '\u221A'), ('\u2714', '\u221A'),
    }.ToDictionary(pair => (int)pair.Rare, pair => (int)pair.Common);

    /// <summary>The character whose glyph stands for that one; null where there is none.</summary>
    public static Rune? Of(Rune character) => s_known.TryGetValue(character.Value, out int other) ? new Rune(other) : null;
}
