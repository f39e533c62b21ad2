using System.Collections.Frozen;

namespace GovBudget.Model;

/// <summary>Why a rule could not judge, in English: rules say it in Chinese, where they stand.</summary>
internal static class ReasonText
{
    private static readonly FrozenDictionary<string, string> Sentences = new Dictionary<string, string>
    {
        // tables
        ["总表没有合计行，或合计为空"] = "the summary table has no total, or a blank one",
        ["收入表没有合计"] = "the income table has no total",
        ["支出表没有合计"] = "the expenditure table has no total",
        ["分表没有合计"] = "the detailed table has no total",
        ["基本支出表没有合计"] = "the table of basic expenditure has no total",
        ["一般公共预算支出表没有合计"] = "the table of general public expenditure has no total",
        ["支出方没有合计"] = "the side of expenditure has no total",
        ["合计的各分项均未列示"] = "none of the parts of the total is printed",
        ["财政拨款总表未分列一般公共预算"] = "the fiscal summary does not print general public funds apart",
        ["分表没有同名的类"] = "the detailed table has no class of that name",
        ["分表按单位列示，未逐类比较"] = "the detailed table is by unit: classes not compared",
        ["表内各科目之和与合计不符，未比较两表之差"] = "rows do not add up to their total: the tables' difference not compared",
        ["按单位列示，未逐科目比较"] = "printed by unit: subjects not compared",
        ["按单位列示，编码可重复"] = "printed by unit: codes may repeat",
        ["两表合计口径不同，未逐类比较"] = "the totals of the two tables are of different scope: classes not compared",
        ["多数类不符：两表口径不同，或读取有误"] = "most classes differ: different scope, or misread",
        ["多数科目不符：两表口径不同，或读取有误"] = "most subjects differ: different scope, or misread",
        ["多数行不符：表的栏次关系与规定格式不同，或读取有误"] = "most rows differ: columns unlike the form's, or misread",
        ["多数科目的上下级不符：表的列示口径不同，或读取有误"] = "most subjects differ from their parts: another way of listing, or misread",
        ["编码重复，无法逐级汇总"] = "codes repeat: no roll-up",
        ["编码重复，无法汇总到合计行"] = "codes repeat: no roll-up to the total",
        ["上级科目只列名称，没有金额"] = "the subjects above are names without amounts",
        ["科目与金额错行"] = "subjects stand beside other subjects' figures",
        ["有关单元格印的不是数字"] = "a cell concerned prints no figure",
        ["单位不同或未注明，无法比较"] = "units differ or are not stated",
        ["数字超出可计算的范围"] = "figures too large to be added",
        ["没有版面，未看表头"] = "no layout: headers not looked at",
        ["“三公”经费表没有相应的栏或合计行"] = "the three-public table lacks the column or the total",
        ["“三公”经费表为空表"] = "the three-public table is empty",
        // codes and names
        ["机关运行经费与公用经费口径可能不同"] = "operating funds and operations may be of different scope",
        ["没有一个科目的项目支出恰是该项目的支出"] = "no one subject spends on projects just what the project did",
        ["所列项目不是全部项目支出"] = "the projects listed are not all",
        ["不知道文件的年度"] = "the document's year is not known",
        ["科目目录没有该编码"] = "the catalog lacks the code",
        // completeness
        ["读到的规定表格不足三张：表格可能是图片，或在另一文件"] = "fewer than three official tables were read: they may be pictures, or in another file",
        ["文件有未能读出的部分，缺表未判断"] = "parts of the file could not be read: missing tables not judged",
        ["文件有未能读出的部分，空表未判断"] = "parts of the file could not be read: empty tables not judged",
        ["目录与正文的标题写法不同，未逐条比较"] = "contents and headings are worded differently: not compared",
        // the text
        ["说的是其他单位"] = "it speaks of another unit",
        ["说的是其他年度"] = "it speaks of another year",
        ["属于表中没有的整体"] = "part of a whole that no table has",
        ["表中没有可以确定对应的数字"] = "no figure of the tables is surely meant",
        ["另一文件没有可以确定对应的数字"] = "no figure of the other document is surely meant",
        ["当年拨款不含上年结转"] = "funds of the year, without what was carried over",
        ["表中的数字没有金额单位"] = "the table's figure has no unit",
        ["基本支出表没有可以确定对应的科目"] = "no subject of basic expenditure is surely meant",
        ["基本支出表没有款级经济科目"] = "basic expenditure lists no economic subjects",
        ["按另一口径比较"] = "compared in another scope",
        ["本年数或增减额没有说明"] = "this year's figure or the change is not stated",
        ["上年数太小，四舍五入后不能算增减率"] = "last year's figure is too small for a rate once rounded",
        ["支出没有说明"] = "the expenditure is not stated",
        ["决算数或预算数没有说明"] = "the actual or the budget figure is not stated",
        ["部分或整体的金额没有说明"] = "the amount of the part or the whole is not stated",
        ["整体太小，四舍五入后不能算百分比"] = "the whole is too small for a percentage once rounded",
        ["增减额相差较大，上年口径可能不同"] = "the changes are far apart: last year may be of another scope",
        ["原因没有列全"] = "the reasons are not complete",
        ["公用经费没有说明"] = "public funds are not stated",
        ["同名或同额的科目不止一个"] = "more than one subject of that name or amount",
        ["多数科目没有读到，不作判断"] = "most subjects were not found in the text",
        ["所列多数不是表中的科目，不作判断"] = "most of what is listed are no subjects of the table",
        ["多数科目没有逐项说明原因，可能另有说明"] = "most subjects have no reason of their own: it may stand elsewhere",
        ["各项决算之和与总额不符，可能没有列全"] = "the parts do not add up to the whole: they may not all be listed",
        ["车辆用途没有列全"] = "not every use of vehicles is listed",
        ["括号中的数量不是全部，或有重叠"] = "the counts in brackets are not all, or overlap",
        ["增减可能说的是整体"] = "the change may be said of the whole",
        // performance
        ["单位不同，不能合计"] = "units differ: no sum",
        ["项目支出表没有同名项目"] = "the table of projects has none of that name",
        ["项目支出表没有同名项目，也没有唯一的同额项目"] = "the table of projects has none of that name, nor just one of that amount",
        ["没有填写当年预算，或项目支出表没有同名项目"] = "the year's budget is blank, or the table of projects has none of that name",
        ["表格没有这两栏，各项指标也没有扣分"] = "the form has no such columns, and no indicator lost points",
        ["公开的项目绩效自评表不是全部自评项目"] = "not every evaluated project's form is published",
        ["项目绩效自评表没有资金"] = "the project's form states no funds",
        ["有的项目没有说明往年预算"] = "some projects do not state earlier budgets",
    }.Concat(PerformanceReasons.Known).ToFrozenDictionary();

    /// <summary>The reason in English, or as it stands where none is known.</summary>
    public static string English(string reason) => Sentences.GetValueOrDefault(reason, reason);

    /// <summary>Whether it is known in English.</summary>
    public static bool IsKnown(string reason) => Sentences.ContainsKey(reason);
}
