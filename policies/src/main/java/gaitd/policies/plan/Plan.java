package gaitd.policies.plan;

import gaitd.policies.cell.CellShape;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.cell.plan.PlanCell;
import gaitd.policies.cell.plan.PlanStep;
import gaitd.policies.cell.plan.PlanStep.Affine;
import gaitd.policies.cell.plan.PlanStep.Combine;
import gaitd.policies.cell.plan.PlanStep.Constant;
import gaitd.policies.cell.plan.PlanStep.Copy;
import gaitd.policies.cell.plan.PlanStep.Map;
import gaitd.policies.cell.plan.PlanStep.Reduce;
import gaitd.policies.kernel.Kernels;
import java.util.HashMap;
import java.util.List;

/**
 * A network as steps over one array of values: first the inputs, then the state, then what the steps write, each step after those
 * it needs.
 *
 * @param inputs number of inputs, 1 or more
 * @param states length of the state, 0 for none
 * @param outputs number of outputs, 1 or more
 * @param memory length of the array
 * @param outputAt place of the first output
 * @param nextAt place of the first value of the next state; without meaning when there is no state
 * @param steps in the order in which they run
 */
public record Plan(int inputs, int states, int outputs, int memory, int outputAt, int nextAt, List<PlanStep> steps) {
    /** Greatest number of steps. */
    public static final int STEPS_MAX = 2000;
    /** Greatest length of the array. */
    public static final int MEMORY_MAX = 1 << 20;

    /** Copies the list. */
    public Plan {
        steps = List.copyOf(steps);
    }

    /**
     * What keeps it from running: places outside of the array or written before the state's end, too many steps,
     * two parameters of one name.
     *
     * @return one line, empty when nothing does
     */
    public String problem() {
        if (steps.size() > STEPS_MAX || memory > MEMORY_MAX) {
            return "%d steps over %d values, expected at most %d over %d"
                    .formatted(steps.size(), memory, STEPS_MAX, MEMORY_MAX);
        }
        if (!within(0, inputs, 1) || !within(0, inputs + (long) states, 1)) {
            return "%d inputs and %d state values in an array of %d".formatted(inputs, states, memory);
        }
        if (!within(outputAt, outputs, 1) || (states > 0 && !within(nextAt, states, 1))) {
            return "outputs at %d and next state at %d of an array of %d".formatted(outputAt, nextAt, memory);
        }
        for (final PlanStep step : steps) {
            if (!fits(step)) {
                return "%s leaves the array of %d values".formatted(step, memory);
            }
        }
        try {
            layout();
            return "";
        } catch (final IllegalArgumentException | ArithmeticException e) {
            return e.getMessage();
        }
    }

    private boolean fits(final PlanStep step) {
        return switch (step) {
            case Affine affine ->
                within(affine.from(), affine.in(), affine.rows())
                        && written(affine.to(), affine.out(), affine.rows())
                        && apart(affine);
            case Map map -> within(map.from(), map.size(), 1) && written(map.to(), map.size(), 1);
            case Combine combine ->
                within(combine.left(), combine.size(), 1)
                        && within(combine.right(), combine.size(), 1)
                        && written(combine.to(), combine.size(), 1);
            case Reduce reduce ->
                within(reduce.from(), reduce.size(), reduce.groups()) && written(reduce.to(), reduce.groups(), 1);
            case Copy copy -> {
                final long last = copy.from() + (copy.size() - 1L) * copy.stride();
                yield within(copy.from(), 1, 1) && last >= 0 && last < memory && written(copy.to(), copy.size(), 1);
            }
            case Constant constant -> written(constant.to(), constant.size(), 1);
        };
    }

    /** A product reads all of its input while it writes. */
    private static boolean apart(final Affine affine) {
        return affine.from() + (long) affine.in() * affine.rows() <= affine.to()
                || affine.to() + (long) affine.out() * affine.rows() <= affine.from();
    }

    private boolean within(final long at, final long size, final long rows) {
        return at >= 0 && size >= 1 && size <= memory && rows >= 1 && rows <= memory && at + size * rows <= memory;
    }

    private boolean written(final long at, final long size, final long rows) {
        return at >= inputs + (long) states && within(at, size, rows);
    }

    /**
     * Names and sizes of the parameters; products of the same name share theirs.
     *
     * @return in the order of the steps
     * @throws IllegalArgumentException when two of the same name differ in size
     * @throws ArithmeticException when all together are longer than an array can be
     */
    public ParameterLayout layout() {
        final ParameterLayout.Builder layout = new ParameterLayout.Builder();
        final java.util.Map<String, Affine> products = new HashMap<>();
        for (final PlanStep step : steps) {
            if (step instanceof final Affine affine) {
                final Affine first = products.putIfAbsent(affine.name(), affine);
                if (first == null) {
                    layout.add(affine.name() + ".weight", affine.in(), affine.out());
                    layout.add(affine.name() + ".bias", 1, affine.out());
                } else if (first.in() != affine.in() || first.out() != affine.out()) {
                    throw new IllegalArgumentException("two sizes of " + affine.name());
                }
            } else if (step instanceof final Constant constant) {
                layout.add(constant.name(), 1, constant.size());
            }
        }
        return layout.build();
    }

    /**
     * A cell that runs this plan. Allocates all of its memory.
     *
     * @param kernels the arithmetic
     * @param <A> double[] or float[]
     * @return the cell, its parameters zero
     * @throws IllegalArgumentException when the plan cannot run, saying why
     */
    public <A> PlanCell<A> cell(final Kernels<A> kernels) {
        final String problem = problem();
        if (!problem.isEmpty()) {
            throw new IllegalArgumentException(problem);
        }
        return new PlanCell<>(
                kernels,
                new CellShape(layout(), inputs, outputs, states),
                memory,
                outputAt,
                nextAt,
                steps.toArray(new PlanStep[0]));
    }
}
