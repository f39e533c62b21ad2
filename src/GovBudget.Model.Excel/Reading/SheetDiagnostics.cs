using System.Globalization;
using GovBudget.Model.Layout;

namespace GovBudget.Model.Excel.Reading;

/// <summary>What is worth knowing about one sheet; beyond a limit only counted.</summary>
internal sealed class SheetDiagnostics(int sheet, string name, int limit, List<LayoutDiagnostic> all)
{
    private int _written;
    private int _more;
    private bool _moreIsLoss;

    public Place At(int row, int column) => new(sheet, null, name, CellAddress.Format(row, column));

    public Place Whole => new(sheet, null, name);

    public void Add(string message, Place place, bool isLoss = false)
    {
        if (_written++ < limit)
        {
            all.Add(new(message, place, isLoss));
            return;
        }

        _more++;
        _moreIsLoss |= isLoss;
    }

    public void Close()
    {
        if (_more > 0) all.Add(new($"另有 {_more.ToString(CultureInfo.InvariantCulture)} 处类似情况，从略", Whole, _moreIsLoss));
    }
}
