namespace GovBudget.Model;

/// <summary>The four classifications of 政府收支分类科目 that budgets and accounts are kept in; a code's first digit tells them apart.</summary>
public enum SubjectScheme
{
    /// <summary>收入分类: where money comes from; codes begin with 1.</summary>
    Revenue = 1,

    /// <summary>支出功能分类: what money is for; codes begin with 2.</summary>
    Functional = 2,

    /// <summary>部门预算支出经济分类: what a department spends it on; codes begin with 3.</summary>
    Economic = 3,

    /// <summary>政府预算支出经济分类: what the government spends it on; codes begin with 5.</summary>
    GovernmentEconomic = 5,
}

/// <summary>How deep a code stands: 类, 款, 项, 目.</summary>
public enum SubjectLevel
{
    /// <summary>No code at all.</summary>
    None = 0,

    /// <summary>类, three digits.</summary>
    Class = 1,

    /// <summary>款, five digits.</summary>
    Section = 2,

    /// <summary>项, seven digits; the economic schemes have none.</summary>
    Item = 3,

    /// <summary>目, nine digits; only the revenue scheme has them.</summary>
    Subitem = 4,
}
