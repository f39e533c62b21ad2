Console.WriteLine("govbudget");
