package dev.portolan.scorecard.rule.cel;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import java.util.Arrays;
import java.util.Collection;

/** Functions of lists of numbers, which CEL's standard library lacks. */
final class Numbers {
  private static final ListType DYNS = ListType.create(SimpleType.DYN);

  static final ImmutableList<CelFunctionDecl> DECLARATIONS =
      ImmutableList.of(
          CelFunctionDecl.newFunctionDeclaration(
              "median", CelOverloadDecl.newGlobalOverload("median_list", SimpleType.DOUBLE, DYNS)),
          CelFunctionDecl.newFunctionDeclaration(
              "sum", CelOverloadDecl.newGlobalOverload("sum_list", SimpleType.DOUBLE, DYNS)));

  static final ImmutableList<CelFunctionBinding> BINDINGS =
      ImmutableList.of(
          CelFunctionBinding.from("median_list", Collection.class, list -> median(numbers(list))),
          CelFunctionBinding.from("sum_list", Collection.class, list -> sum(numbers(list))));

  private Numbers() {}

  private static double median(double[] numbers) throws CelEvaluationException {
    if (numbers.length == 0) {
      throw new CelEvaluationException("there is no median of an empty list");
    }
    Arrays.sort(numbers);
    int middle = numbers.length / 2;
    return numbers.length % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
  }

  private static double sum(double[] numbers) {
    return Arrays.stream(numbers).sum();
  }

  private static double[] numbers(Collection<?> list) throws CelEvaluationException {
    double[] numbers = new double[list.size()];
    int next = 0;
    for (Object value : list) {
      if (!(value instanceof Number number)) {
        throw new CelEvaluationException("a list of numbers has in it " + value);
      }
      numbers[next++] = number.doubleValue();
    }
    return numbers;
  }
}
