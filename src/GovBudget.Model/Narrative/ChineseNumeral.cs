namespace GovBudget.Model;

/// <summary>Whole numbers in Chinese numerals: 三, 十二, 两百零五, 一万三千.</summary>
internal static class ChineseNumeral
{
    /// <summary>The number; null where the characters are none.</summary>
    public static decimal? Parse(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length > 16) return null;
        decimal total = 0, section = 0, digit = 0;
        foreach (var c in text)
        {
            if ("〇零一二三四五六七八九".IndexOf(c, StringComparison.Ordinal) is var value and >= 0) digit = Math.Max(0, value - 1);
            else if (c == '两') digit = 2;
            else if (c is '十' or '百' or '千')
            {
                section += (digit == 0 ? 1 : digit) * (c switch { '十' => 10, '百' => 100, _ => 1000 });
                digit = 0;
            }
            else if (c is '万' or '亿')
            {
                total = (total + section + digit) * (c == '万' ? 10_000 : 100_000_000);
                section = digit = 0;
            }
            else return null;
        }
        return total + section + digit;
    }
}
