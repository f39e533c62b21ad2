namespace GovBudget.Model.Excel.Formats;

/// <summary>A cell's number format (ECMA-376 Part 1, 18.8.31), as published workbooks use them: what a stored number looks like printed.</summary>
/// <remarks>Fractions (<c># ?/?</c>) and Chinese numerals (<c>[DBNum1]</c>) are not understood; such numbers print as without a format.</remarks>
internal sealed class NumberFormat
{
    private readonly FormatSection[] _sections;

    private NumberFormat(string code)
    {
        Code = code;
        _sections = NumberFormatScanner.Sections(code).Select(s => new FormatSection(s)).ToArray();
        IsUnderstood = _sections.Length <= 4 && Array.TrueForAll(_sections, s => s.IsUnderstood);
        IsDate = IsUnderstood && _sections[0].IsDate;
    }

    public static NumberFormat General { get; } = new("General");

    public string Code { get; }

    /// <summary>Whether every part of the format is understood.</summary>
    public bool IsUnderstood { get; }

    /// <summary>Whether it prints days or times.</summary>
    public bool IsDate { get; }

    public static NumberFormat Parse(string? code) => string.IsNullOrEmpty(code) || code == "General" ? General : new(code);

    /// <summary>The number as printed, padding and fill removed; null where the format cannot print it.</summary>
    public string? Format(decimal value, bool date1904 = false)
    {
        if (!IsUnderstood) return null;
        if (ReferenceEquals(this, General)) return GeneralFormat.Format(value);
        var section = Choose(value, out var signed);
        if (section is null) return null;
        if (section.IsDate) return section.FormatDate(value, date1904)?.Trim();
        if (section.IsEmpty) return _sections.Length == 1 ? GeneralFormat.Format(value) : "";
        if (section.Format(Math.Abs(value))?.Trim() is not { } printed) return null;
        return signed && value < 0 ? "-" + printed : printed;
    }

    /// <summary>A text as printed: the fourth section, or the only one where it is for text.</summary>
    public string Format(string text)
    {
        if (!IsUnderstood) return text;
        var section = _sections.Length == 4 ? _sections[3] : _sections[^1].IsText ? _sections[^1] : null;
        if (section is null) return text;
        if (section.IsEmpty) return "";
        return section.IsText ? section.Format("\0").Trim().Replace("\0", text, StringComparison.Ordinal) : text;
    }

    private FormatSection? Choose(decimal value, out bool signed)
    {
        var numeric = _sections.Length > 1 && _sections[^1].IsText ? _sections.Length - 1 : Math.Min(_sections.Length, 3);
        signed = true;
        for (var i = 0; i < numeric; i++)
        {
            if (_sections[i].Condition is { } condition)
            {
                if (!condition.Holds(value)) continue;
                signed = !condition.OnlyNegative;
                return _sections[i];
            }

            var conditioned = i > 0 && _sections[0].Condition is not null;
            var takes = (i, numeric) switch
            {
                (0, 1) or (2, _) => true,
                (0, 2) => value >= 0,
                (0, _) => value > 0,
                (1, 2) => true,
                _ => value < 0,
            };
            if (!takes) continue;
            signed = i != 1 || (conditioned && numeric == 2);
            return _sections[i];
        }

        return null;
    }
}
