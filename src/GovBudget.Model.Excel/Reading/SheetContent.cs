using GovBudget.Model.Layout;

namespace GovBudget.Model.Excel.Reading;

/// <summary>A cell as stored: its place from 0, its printed text, and the number it stands for.</summary>
internal readonly record struct SheetCell(int Row, int Column, string Text, decimal? Stored)
{
    public long Order => ((long)Row << 14) | (uint)Column;

    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}

/// <summary>What a sheet holds, as its reader found it: cells, merged regions, hidden rows and columns.</summary>
internal sealed class SheetContent(int number, string name, SheetDiagnostics diagnostics)
{
    private long _last = -1;

    public int Number => number;

    public string Name => name;

    public SheetDiagnostics Diagnostics => diagnostics;

    public List<SheetCell> Cells { get; } = [];

    public List<CellArea> Merged { get; } = [];

    /// <summary>Hidden rows, ascending once <see cref="Settle"/> has run.</summary>
    public List<int> HiddenRows { get; } = [];

    public bool[] HiddenColumns { get; } = new bool[CellAddress.MaxColumns];

    /// <summary>Whether the cells stand in order, as nearly all files write them.</summary>
    public bool IsOrdered { get; private set; } = true;

    public void Add(in SheetCell cell)
    {
        if (cell.Order <= _last) IsOrdered = false;
        _last = cell.Order;
        Cells.Add(cell);
    }

    /// <summary>Puts cells and hidden rows in order; of a cell written twice the later one stands.</summary>
    public void Settle()
    {
        HiddenRows.Sort();
        if (IsOrdered) return;
        var ordered = Cells.OrderBy(c => c.Order).ToList();
        Cells.Clear();
        foreach (var cell in ordered)
        {
            if (Cells.Count > 0 && Cells[^1].Order == cell.Order)
            {
                diagnostics.Add($"同一单元格写了两次（“{Cells[^1].Text}”与“{cell.Text}”），取后者", diagnostics.At(cell.Row, cell.Column), isLoss: true);
                Cells[^1] = cell;
            }
            else Cells.Add(cell);
        }

        IsOrdered = true;
    }

    /// <summary>The place of that cell, for messages and layout.</summary>
    public Place At(int row, int column) => diagnostics.At(row, column);
}
