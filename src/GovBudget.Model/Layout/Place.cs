using System.Globalization;

namespace GovBudget.Model.Layout;

/// <summary>A rectangle on a page, in points (1/72 inch) from the page's upper left corner as a reader sees it; y grows downwards.</summary>
/// <param name="X0">Left edge.</param>
/// <param name="Y0">Upper edge.</param>
/// <param name="X1">Right edge.</param>
/// <param name="Y1">Lower edge.</param>
public readonly record struct Box(double X0, double Y0, double X1, double Y1)
{
    /// <summary>Width in points.</summary>
    public double Width => X1 - X0;

    /// <summary>Height in points.</summary>
    public double Height => Y1 - Y0;

    /// <summary>Horizontal centre.</summary>
    public double CenterX => (X0 + X1) / 2;

    /// <summary>Vertical centre.</summary>
    public double CenterY => (Y0 + Y1) / 2;

    /// <summary>The smallest rectangle that holds both.</summary>
    public Box Union(Box other) => new(Math.Min(X0, other.X0), Math.Min(Y0, other.Y0), Math.Max(X1, other.X1), Math.Max(Y1, other.Y1));

    /// <summary>Whether the point lies inside or on the edge.</summary>
    public bool Contains(double x, double y) => x >= X0 && x <= X1 && y >= Y0 && y <= Y1;
}

/// <summary>Where something stands in a document: page or sheet, and box or cell.</summary>
/// <param name="Page">1-based PDF page, or 1-based sheet number of a workbook; 0 for the document as a whole.</param>
/// <param name="Box">The rectangle on the page, where there is one.</param>
/// <param name="Sheet">The sheet's name, in a workbook.</param>
/// <param name="Cell">The cell's address (A1), in a workbook.</param>
public readonly record struct Place(int Page, Box? Box = null, string? Sheet = null, string? Cell = null)
{
    /// <summary>For messages: <c>第 3 页</c> or <c>工作表“表1”C5</c>.</summary>
    public override string ToString() =>
        Sheet is null && Page == 0 ? "整个文件" : Sheet is null ? $"第 {Page.ToString(CultureInfo.InvariantCulture)} 页" : $"工作表“{Sheet}”{Cell}";
}
