using GovBudget.Model.Layout;

namespace GovBudget.Model.Excel.Reading;

/// <summary>Why a workbook is refused: name of the file, what was found, what would be right.</summary>
internal static class Unreadable
{
    public static UnreadableDocumentException Damaged(string name, string found, Exception? cause = null) =>
        Make(UnreadableReason.Damaged, $"{name}：{found}，文件已损坏；请重新下载，或用 Excel 打开修复后另存为 .xlsx", cause);

    public static UnreadableDocumentException WrongType(string name, string found) =>
        new($"{name}：{found}；应为 Excel 工作簿（.xlsx 或 .xls）") { Reason = UnreadableReason.WrongType, Found = found };

    public static UnreadableDocumentException Encrypted(string name, Exception? cause = null) =>
        Make(UnreadableReason.Encrypted, $"{name}：工作簿有打开密码；请取消密码后重试", cause);

    public static UnreadableDocumentException BeyondLimit(string name, string found) =>
        Make(UnreadableReason.BeyondLimit, $"{name}：{found}，不再读取；确需读取时请放宽 WorkbookLimits", null);

    public static UnreadableDocumentException Make(UnreadableReason reason, string message, Exception? cause) =>
        cause is null ? new(message) { Reason = reason } : new(message, cause) { Reason = reason };
}
