namespace GovBudget.Model;

/// <summary>How the codes of one scheme are written, and the arithmetic of codes: a key is a code's digits filled up with zeros to nine.</summary>
/// <param name="Name">What such a code is called in messages.</param>
/// <param name="First">The first digit.</param>
/// <param name="Depth">How many levels there are, two to four.</param>
/// <param name="Expected">What would have been right, for messages.</param>
internal sealed record CodeGrammar(string Name, int First, int Depth, string Expected)
{
    private const int MaxDigits = 9;

    public static readonly CodeGrammar Functional = new("支出功能分类科目编码", 2, 3, "以 2 开头的 3、5 或 7 位数字，例如 208、20805、2080505");
    public static readonly CodeGrammar Economic = new("部门预算支出经济分类科目编码", 3, 2, "以 3 开头的 3 或 5 位数字，例如 302、30201");
    public static readonly CodeGrammar GovernmentEconomic = new("政府预算支出经济分类科目编码", 5, 2, "以 5 开头的 3 或 5 位数字，例如 502、50201");
    public static readonly CodeGrammar Revenue = new("收入分类科目编码", 1, 4, "以 1 开头的 3、5、7 或 9 位数字，例如 103、10304、1030401、103040101");

    /// <summary>What one unit of a level is worth in a key: 1,000,000 for a 类, 10,000 for a 款, 100 for a 项, 1 for a 目.</summary>
    public static int Weight(SubjectLevel level) => level switch
    {
        SubjectLevel.Class => 1_000_000,
        SubjectLevel.Section => 10_000,
        SubjectLevel.Item => 100,
        SubjectLevel.Subitem => 1,
        _ => int.MaxValue,
    };

    public static SubjectLevel Level(int key) =>
        key == 0 ? SubjectLevel.None
        : key % 1_000_000 == 0 ? SubjectLevel.Class
        : key % 10_000 == 0 ? SubjectLevel.Section
        : key % 100 == 0 ? SubjectLevel.Item
        : SubjectLevel.Subitem;

    public static int Number(int key) => key == 0 ? 0 : key / Weight(Level(key));

    public static int Truncate(int key, SubjectLevel level) => key - (key % Weight(level));

    public static bool IsAncestor(int key, int other) =>
        key != 0 && key != other && Truncate(other, Level(key)) == key;

    /// <summary>The key of the text of one cell; 0 with an error where it is no code.</summary>
    public int Read(ReadOnlySpan<char> text, out string? error)
    {
        Span<int> digits = stackalloc int[MaxDigits];
        Span<int> groups = stackalloc int[MaxDigits];
        error = Scan(text, digits, groups, out var count, out var groupCount);
        if (error is not null) return 0;
        if (groupCount > 1 && groups[0] == 3 && groupCount <= Depth && Short(groups[1..groupCount]))
            count = Spread(digits, groups[..groupCount]);
        return Key(digits[..count], text, out error);
    }

    /// <summary>The key of cells holding one level each, or the digits of all levels so far; 0 with an error where they make no code.</summary>
    public int Read(ReadOnlySpan<string?> parts, out string? error)
    {
        Span<int> digits = stackalloc int[MaxDigits];
        Span<int> groups = stackalloc int[MaxDigits];
        var key = 0;
        var level = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i];
            if (string.IsNullOrWhiteSpace(part)) continue;
            if ((error = Scan(part, digits, groups, out var count, out _)) is not null) return 0;
            if (count > 2 || level == 0)
            {
                var whole = Key(digits[..count], part, out error);
                if (error is not null) return 0;
                if (key != 0 && whole != key && !IsAncestor(key, whole))
                {
                    error = Wrong(Join(parts), $"“{part.Trim()}”不在“{Number(key)}”之下");
                    return 0;
                }
                key = whole;
                level = (int)Level(key);
                continue;
            }
            var value = count == 1 ? digits[0] : (digits[0] * 10) + digits[1];
            if (value == 0) continue;
            if (level != i || ++level > Depth)
            {
                error = Wrong(Join(parts), $"“{part.Trim()}”之前缺少上一级，或层级过多");
                return 0;
            }
            key += value * Weight((SubjectLevel)level);
        }
        error = key == 0 ? Wrong(Join(parts), "没有数字") : null;
        return key;
    }

    private string? Scan(ReadOnlySpan<char> text, Span<int> digits, Span<int> groups, out int count, out int groupCount)
    {
        count = groupCount = 0;
        var open = false;
        foreach (var c in text)
        {
            if (c is '\u200B' or '\uFEFF') continue;
            if (char.IsWhiteSpace(c))
            {
                open = false;
                continue;
            }
            var digit = c is >= '０' and <= '９' ? c - '０' : c - '0';
            if (digit is < 0 or > 9) return Wrong(text, char.IsSurrogate(c) ? "含有数字以外的字符" : $"含有“{c}”");
            if (count == MaxDigits) return Wrong(text, "位数过多");
            if (!open) groups[groupCount++] = 0;
            open = true;
            groups[groupCount - 1]++;
            digits[count++] = digit;
        }
        return count == 0 ? Wrong(text, "没有数字") : null;
    }

    private int Key(ReadOnlySpan<int> digits, ReadOnlySpan<char> text, out string? error)
    {
        error = Fault(digits) is { } fault ? Wrong(text, fault) : null;
        if (error is not null) return 0;
        var key = 0;
        for (var i = 0; i < MaxDigits; i++) key = (key * 10) + (i < digits.Length ? digits[i] : 0);
        return key;
    }

    private string? Fault(ReadOnlySpan<int> digits)
    {
        if (digits.Length < 3 || digits.Length % 2 == 0 || digits.Length > 1 + (2 * Depth)) return $"有 {digits.Length} 位数字";
        if (digits[0] != First) return $"以 {digits[0]} 开头";
        if (digits[1] == 0 && digits[2] == 0) return "类的后两位不能是 00";
        var ended = false;
        for (var i = 3; i < digits.Length; i += 2)
        {
            var zero = digits[i] == 0 && digits[i + 1] == 0;
            if (ended && !zero) return "中间一级不能是 00";
            ended |= zero;
        }
        return null;
    }

    private static bool Short(ReadOnlySpan<int> groups)
    {
        foreach (var group in groups) if (group > 2) return false;
        return true;
    }

    /// <summary>Gives single digits between blanks their lost zero back: 208 5 5 is 208 05 05.</summary>
    private static int Spread(Span<int> digits, ReadOnlySpan<int> groups)
    {
        Span<int> spread = stackalloc int[MaxDigits];
        int from = 0, to = 0;
        foreach (var group in groups)
        {
            if (group == 1) spread[to++] = 0;
            for (var i = 0; i < group; i++) spread[to++] = digits[from++];
        }
        spread[..to].CopyTo(digits);
        return to;
    }

    private string Wrong(ReadOnlySpan<char> text, string fault) => $"“{text.Trim()}”不是{Name}：{fault}；应为{Expected}。";

    private static string Join(ReadOnlySpan<string?> parts)
    {
        var text = new List<string>();
        foreach (var part in parts) text.Add(part?.Trim() ?? "");
        return string.Join(" | ", text);
    }
}
