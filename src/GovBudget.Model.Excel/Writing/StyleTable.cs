using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace GovBudget.Model.Excel.Writing;

/// <summary>How a cell looks.</summary>
internal readonly record struct CellLook(double FontSize, bool Bold, bool Bordered, HorizontalAlignmentValues Across, string? Format);

/// <summary>The looks used in a workbook, numbered as they come.</summary>
internal sealed class StyleTable
{
    /// <summary>Excel refuses workbooks with many more formats of their own.</summary>
    private const int MaxFormats = 200;
    private const uint FirstOwnFormat = 164;
    private const double DefaultSize = 10;

    private readonly Dictionary<CellLook, int> _looks = new() { [new(DefaultSize, false, false, HorizontalAlignmentValues.General, null)] = 0 };
    private readonly Dictionary<string, uint> _formats = [];

    /// <summary>Whether one more format of that code can be used.</summary>
    public bool Accepts(string format) => BuiltIn(format) is not null || _formats.ContainsKey(format) || _formats.Count < MaxFormats;

    /// <summary>The number of that look.</summary>
    public int Index(CellLook look)
    {
        if (look.FontSize <= 0) look = look with { FontSize = DefaultSize };
        if (_looks.TryGetValue(look, out var index)) return index;
        if (look.Format is { } format && BuiltIn(format) is null) _formats.TryAdd(format, FirstOwnFormat + (uint)_formats.Count);
        _looks.Add(look, index = _looks.Count);
        return index;
    }

    public Stylesheet Stylesheet()
    {
        var fonts = _looks.Keys.Select(k => (k.FontSize, k.Bold)).Distinct().ToList();
        const BorderStyleValues Thin = BorderStyleValues.Thin;
        return new Stylesheet(
            new NumberingFormats(_formats.Select(f => new NumberingFormat { NumberFormatId = f.Value, FormatCode = f.Key })) { Count = (uint)_formats.Count },
            new Fonts(fonts.Select(Font)) { Count = (uint)fonts.Count },
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }))
            { Count = 2 },
            new Borders(
                new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
                new Border(
                    new LeftBorder { Style = Thin }, new RightBorder { Style = Thin }, new TopBorder { Style = Thin }, new BottomBorder { Style = Thin },
                    new DiagonalBorder()))
            { Count = 2 },
            new CellStyleFormats(new DocumentFormat.OpenXml.Spreadsheet.CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
            new CellFormats(_looks.Keys.Select(k => Format(k, (uint)fonts.IndexOf((k.FontSize, k.Bold))))) { Count = (uint)_looks.Count });
    }

    private static Font Font((double Size, bool Bold) font)
    {
        var made = new Font();
        if (font.Bold) made.Append(new Bold());
        made.Append(new FontSize { Val = font.Size }, new FontName { Val = "宋体" }, new FontCharSet { Val = 134 });
        return made;
    }

    private DocumentFormat.OpenXml.Spreadsheet.CellFormat Format(CellLook look, uint font)
    {
        var made = new DocumentFormat.OpenXml.Spreadsheet.CellFormat
        {
            NumberFormatId = look.Format is null ? 0 : BuiltIn(look.Format) ?? _formats[look.Format],
            FontId = font,
            FillId = 0,
            BorderId = look.Bordered ? 1u : 0u,
            FormatId = 0,
            ApplyNumberFormat = look.Format is not null,
            ApplyFont = true,
            ApplyBorder = look.Bordered,
            ApplyAlignment = true,
        };
        made.Append(new Alignment { Horizontal = look.Across, Vertical = VerticalAlignmentValues.Center, WrapText = look.Format is null });
        return made;
    }

    private static uint? BuiltIn(string format) => format switch
    {
        "0" => 1,
        "0.00" => 2,
        "#,##0" => 3,
        "#,##0.00" => 4,
        "0%" => 9,
        "0.00%" => 10,
        _ => null,
    };
}
