namespace GovBudget.Model;

/// <summary>Names of subjects with their code behind or before them: 商品和服务支出（302）, 2050202-小学教育.</summary>
internal static class CodedName
{
    /// <summary>Whether the characters are a code of the functional (2…), the department's (3…) or the government's economic classification (5…).</summary>
    public static bool IsCode(ReadOnlySpan<char> text) =>
        text.Length is 3 or 5 or 7 && text[0] is '2' or '3' or '5' && (text.Length < 7 || text[0] == '2') && text.IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Name and code; null where no code stands by the name.</summary>
    public static (string Name, string Code)? Read(string text)
    {
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits])) digits++;
        if (digits >= 5 && IsCode(text.AsSpan(0, digits)) && text[digits..].TrimStart('-', '—', '_', '、') is [>= '一' and <= '龥' and not ('年' or '月' or '元' or '万'), _, ..] name)
            return (name, text[..digits]);
        if (text.Length < 6 || text[^1] != '）' || text.LastIndexOf('（') is not (> 1 and var open) || !IsCode(text.AsSpan(open + 1, text.Length - open - 2)))
            return null;
        return (text[..open], text[(open + 1)..^1]);
    }
}
