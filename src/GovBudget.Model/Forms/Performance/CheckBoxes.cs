using System.Globalization;

namespace GovBudget.Model.Forms;

/// <summary>Boxes to tick in a cell: <c>1.部门预算项目☑ 2.财政专项资金□</c>, <c>□新增 √延续</c>.</summary>
internal static class CheckBoxes
{
    private const string Empty = "□☐○◯▢";
    private const string Ticked = "☑√✓✔☒■●▣🗹";

    /// <summary>The boxes with what stands beside them; empty where the text has none.</summary>
    public static ValueList<CheckBox> Of(string text)
    {
        var marks = new List<(int At, bool Ticked)>();
        for (var i = 0; i < text.Length; i++)
        {
            if (Empty.Contains(text[i], StringComparison.Ordinal)) marks.Add((i, false));
            else if (Ticked.Contains(text[i], StringComparison.Ordinal)) marks.Add((i, true));
        }
        // A tick beside an empty box fills it: □√ or √□.
        for (var i = marks.Count - 1; i > 0; i--)
        {
            if (text[(marks[i - 1].At + 1)..marks[i].At].Trim().Length > 0 || marks[i].Ticked == marks[i - 1].Ticked) continue;
            marks[i - 1] = (marks[i].At, true);
            marks.RemoveAt(i);
        }
        if (marks.Count == 0) return default;
        var boxes = new List<CheckBox>();
        // The label stands before its box where something stands before the first.
        if (Name(text[..marks[0].At]).Length > 0)
        {
            var from = 0;
            foreach (var (at, ticked) in marks)
            {
                boxes.Add(new CheckBox(Name(text[from..at]), ticked));
                from = at + 1;
            }
            return boxes.ToValueList();
        }
        for (var i = 0; i < marks.Count; i++)
        {
            var end = i + 1 < marks.Count ? marks[i + 1].At : text.Length;
            boxes.Add(new CheckBox(Name(text[(marks[i].At + 1)..end]), marks[i].Ticked));
        }
        return boxes.ToValueList();
    }

    /// <summary>Boxes as they are printed: <c>1.部门预算项目√  2.财政专项资金□</c>.</summary>
    public static string Print(ValueList<CheckBox> boxes) =>
        string.Join("  ", boxes.Select((box, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}.{box.Label}{(box.IsTicked ? '√' : '□')}")));

    private static string Name(string text) => Label.Name(text.Trim().Trim('（', '）', '(', ')', '[', ']', '□', '√')).TrimEnd('；', ';', '，', ',', '、', '：', ':');
}
