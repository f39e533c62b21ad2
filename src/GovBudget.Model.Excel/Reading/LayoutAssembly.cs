using System.Globalization;
using GovBudget.Model.Excel.Formats;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Excel.Reading;

/// <summary>Gathers the sheets of a workbook into a layout, within limits; what both file formats share.</summary>
internal sealed class LayoutAssembly(string file, WorkbookLimits limits, CancellationToken cancellation)
{
    private readonly List<LayoutPage> _pages = [];
    private readonly List<LayoutBlock> _blocks = [];
    private readonly List<LayoutDiagnostic> _diagnostics = [];
    private readonly List<(int Number, string Name)> _hidden = [];
    private readonly HashSet<(int Sheet, NumberFormat Format)> _reported = [];
    private int _cells;

    /// <summary>Begins a sheet; its number is its position among all sheets, from 1.</summary>
    public SheetContent Begin(int number, string name) => new(number, name, new(number, name, limits.Diagnostics, _diagnostics));

    /// <summary>A hidden sheet is no part of what is published.</summary>
    public void LeaveOut(SheetContent sheet) => _hidden.Add((sheet.Number, sheet.Name));

    public void Add(SheetContent sheet)
    {
        _pages.Add(new(sheet.Number, sheet.Name));
        if (GridBuilder.Build(sheet, limits, file, cancellation) is { } grid) _blocks.Add(grid);
        sheet.Diagnostics.Close();
    }

    public DocumentLayout Finish()
    {
        if (_hidden.Count > 0)
        {
            var names = string.Join("、", _hidden.Take(20).Select(h => h.Name)) + (_hidden.Count > 20 ? "等" : "");
            _diagnostics.Add(new(
                $"{_hidden.Count.ToString(CultureInfo.InvariantCulture)} 个隐藏的工作表未读入：{names}", new Place(_hidden[0].Number, null, _hidden[0].Name)));
        }

        return new() { Pages = _pages.ToValueList(), Blocks = _blocks.ToValueList(), Diagnostics = _diagnostics.ToValueList() };
    }

    /// <summary>Adds a text cell.</summary>
    public void AddText(SheetContent sheet, int row, int column, string text, NumberFormat format)
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        Put(sheet, new(row, column, ReferenceEquals(format, NumberFormat.General) ? text : format.Format(text), null));
    }

    /// <summary>Adds a number as its format prints it; where the format cannot, as stored, with a diagnostic.</summary>
    public void AddNumber(SheetContent sheet, int row, int column, decimal value, NumberFormat format, bool date1904, bool zerosHidden)
    {
        if (zerosHidden && value == 0)
        {
            Put(sheet, new(row, column, "", 0));
            return;
        }

        var text = format.Format(value, date1904);
        if (text is null)
        {
            text = GeneralFormat.Format(value);
            if (_reported.Add((sheet.Number, format)))
            {
                sheet.Diagnostics.Add($"不认识数字格式“{format.Code}”，此表用此格式的数按存储值读入", sheet.At(row, column));
            }
        }

        Put(sheet, new(row, column, text, format.IsDate ? null : value));
    }

    /// <summary>Adds an error value (<c>#REF!</c>): no figure stands there.</summary>
    public void AddError(SheetContent sheet, int row, int column, string error)
    {
        sheet.Diagnostics.Add($"单元格是公式错误 {error}，没有数值", sheet.At(row, column), isLoss: true);
        Put(sheet, new(row, column, error, null));
    }

    /// <summary>A cell whose content cannot be read.</summary>
    public static void Lose(SheetContent sheet, int row, int column, string found) => sheet.Diagnostics.Add(found, sheet.At(row, column), isLoss: true);

    /// <summary>Adds a merged region.</summary>
    public void AddMerged(SheetContent sheet, CellArea area)
    {
        sheet.Merged.Add(area);
        if (sheet.Merged.Count > limits.MergedRegions) throw Unreadable.BeyondLimit(file, $"工作表“{sheet.Name}”的合并区域超过 {limits.MergedRegions} 个");
    }

    private void Put(SheetContent sheet, in SheetCell cell)
    {
        if (++_cells > limits.Cells)
        {
            throw Unreadable.BeyondLimit(file, $"工作表“{sheet.Name}”{CellAddress.Format(cell.Row, cell.Column)} 处单元格总数超过 {limits.Cells} 个");
        }

        sheet.Add(cell);
    }
}
