package gaitd.policies.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cell.plan.PlanCell;
import gaitd.policies.cell.plan.PlanFunction;
import gaitd.policies.cell.plan.PlanOperator;
import gaitd.policies.cell.plan.PlanReduction;
import gaitd.policies.cell.plan.PlanStep;
import gaitd.policies.kernel.DoubleKernels;
import gaitd.policies.kernel.FloatKernels;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanTest {
    /** 2 inputs, a state of 1, 8 more values. */
    private static String problem(final PlanStep step) {
        return new Plan(2, 1, 1, 11, 3, 4, List.of(step)).problem();
    }

    private static void fits(final PlanStep inside, final PlanStep outside) {
        assertEquals("", problem(inside));
        assertTrue(problem(outside).contains("leaves the array of 11 values"), problem(outside));
    }

    @Test
    void stepsStayWithinTheArrayAndBehindTheState() {
        fits(new PlanStep.Affine("a", 0, 3, 3, 8, 1), new PlanStep.Affine("a", 0, 3, 4, 8, 1));
        fits(new PlanStep.Affine("a", 0, 1, 3, 4, 2), new PlanStep.Affine("a", 0, 1, 4, 4, 2));
        fits(new PlanStep.Affine("a", 0, 3, 3, 1, 1), new PlanStep.Affine("a", 0, 4, 3, 1, 1));
        fits(map(0, 3, 8), map(0, 2, 8));
        fits(map(3, 3, 8), map(4, 3, 8));
        fits(map(0, 3, 1), map(-1, 3, 1));
        fits(map(0, 3, 1), map(0, 3, 0));
        fits(new PlanStep.Combine(PlanOperator.ADD, 0, 9, 3, 2), new PlanStep.Combine(PlanOperator.ADD, 0, 10, 3, 2));
        fits(new PlanStep.Reduce(PlanReduction.SUM, 3, 3, 2, 4), new PlanStep.Reduce(PlanReduction.SUM, 4, 3, 2, 4));
        fits(new PlanStep.Copy(10, -5, 3, 3), new PlanStep.Copy(9, -5, 3, 3));
        fits(new PlanStep.Copy(0, 5, 3, 3), new PlanStep.Copy(1, 5, 3, 3));
        fits(new PlanStep.Constant("c", 3, 8), new PlanStep.Constant("c", 2, 8));
    }

    private static PlanStep map(final int from, final int to, final int size) {
        return new PlanStep.Map(PlanFunction.RELU, 0, 0, from, to, size);
    }

    @Test
    void aParameterHasOneSize() {
        final PlanStep first = new PlanStep.Affine("a", 0, 3, 3, 2, 1);
        final PlanStep again = new PlanStep.Affine("a", 0, 3, 5, 2, 1);
        final PlanStep other = new PlanStep.Affine("a", 0, 2, 5, 2, 1);
        assertEquals(
                8, new Plan(2, 1, 1, 11, 3, 4, List.of(first, again)).layout().size());
        assertEquals("two sizes of a", new Plan(2, 1, 1, 11, 3, 4, List.of(first, other)).problem());
        assertEquals(
                "two parameters a.bias",
                new Plan(2, 1, 1, 11, 3, 4, List.of(first, new PlanStep.Constant("a.bias", 5, 1))).problem());
    }

    @Test
    void aPlanThatCannotRunMakesNoCell() {
        final Plan plan = new Plan(2, 1, 2, 11, 10, 4, List.of());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> plan.cell(DoubleKernels.INSTANCE))
                .getMessage()
                .contains("outputs at 10"));
    }

    /** In place behind a product, in place alone and from elsewhere, with the constants that make it an activation and with others. */
    @ParameterizedTest
    @EnumSource(PlanFunction.class)
    void functionsAreTheSameWhereverTheyStand(final PlanFunction function) {
        for (final double[] constants : new double[][] {{1, 1}, {0.5, 0.25}, {1, 0}}) {
            final Plan plan = new Plan(
                    2,
                    0,
                    6,
                    8,
                    2,
                    0,
                    List.of(
                            new PlanStep.Affine("a", 0, 2, 2, 2, 1),
                            new PlanStep.Map(function, constants[0], constants[1], 2, 2, 2),
                            new PlanStep.Map(function, constants[0], constants[1], 0, 4, 2),
                            new PlanStep.Copy(0, 1, 6, 2),
                            new PlanStep.Map(function, constants[0], constants[1], 6, 6, 2)));
            final PlanCell<float[]> cell = plan.cell(FloatKernels.fastest());
            cell.load(new float[] {1, 0, 0, 1, 0, 0}, 0);
            final float[] input = {0.7f, 1.9f};
            final float[] output = new float[6];
            cell.step(new float[0], input, 1, output);
            for (int i = 0; i < output.length; i++) {
                assertEquals(function.of(input[i % 2], constants[0], constants[1]), output[i], 2e-6);
            }
        }
    }
}
