package gaitd.policies.cell.plan;

import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Matrix;

/**
 * A step made ready to run on the array of values.
 *
 * @param <A> double[] or float[]
 */
interface PlanOp<A> {
    /** Runs; allocates nothing. */
    void run(A values);

    /** Rows times a matrix. */
    record Product<A>(PlanStep.Affine step, Matrix<A> matrix, A weights, int biasAt) implements PlanOp<A> {
        @Override
        public void run(final A values) {
            for (int row = 0; row < step.rows(); row++) {
                final int to = step.to() + row * step.out();
                matrix.multiply(values, step.from() + row * step.in(), weights, biasAt, values, to);
            }
        }
    }

    /** Rows times a matrix, and a function of the results. */
    record Layer<A>(
            Kernels<A> kernels, PlanStep.Affine step, Activation function, Matrix<A> matrix, A weights, int biasAt)
            implements PlanOp<A> {
        @Override
        public void run(final A values) {
            for (int row = 0; row < step.rows(); row++) {
                kernels.layer(
                        function,
                        matrix,
                        values,
                        step.from() + row * step.in(),
                        weights,
                        biasAt,
                        values,
                        step.to() + row * step.out(),
                        step.out());
            }
        }
    }

    /** A function that the kernels have. */
    record Activated<A>(Kernels<A> kernels, PlanStep.Map step, Activation function) implements PlanOp<A> {
        @Override
        public void run(final A values) {
            if (step.from() != step.to()) {
                kernels.copy(values, step.from(), values, step.to(), step.size());
            }
            kernels.activate(function, values, step.to(), step.size());
        }
    }

    /** Any other function. */
    record Mapped<A>(Kernels<A> kernels, PlanStep.Map step) implements PlanOp<A> {
        @Override
        public void run(final A values) {
            for (int i = 0; i < step.size(); i++) {
                final double x = kernels.get(values, step.from() + i);
                kernels.set(values, step.to() + i, step.function().of(x, step.a(), step.b()));
            }
        }
    }

    /** Two values to one. */
    record Combined<A>(Kernels<A> kernels, PlanStep.Combine step) implements PlanOp<A> {
        @Override
        public void run(final A values) {
            if (step.operator() == PlanOperator.MULTIPLY) {
                kernels.product(values, step.left(), values, step.right(), values, step.to(), step.size());
                return;
            }
            for (int i = 0; i < step.size(); i++) {
                final double left = kernels.get(values, step.left() + i);
                final double right = kernels.get(values, step.right() + i);
                kernels.set(values, step.to() + i, step.operator().of(left, right));
            }
        }
    }

    /** Groups to one value each. */
    record Reduced<A>(Kernels<A> kernels, PlanStep.Reduce step) implements PlanOp<A> {
        @Override
        public void run(final A values) {
            for (int group = 0; group < step.groups(); group++) {
                final int from = step.from() + group * step.size();
                double running = step.reduction().start();
                for (int i = 0; i < step.size(); i++) {
                    running = step.reduction().add(running, kernels.get(values, from + i));
                }
                kernels.set(values, step.to() + group, step.reduction().end(running, step.size()));
            }
        }
    }

    /** Values at equal distances. */
    record Copied<A>(Kernels<A> kernels, PlanStep.Copy step) implements PlanOp<A> {
        @Override
        public void run(final A values) {
            if (step.stride() == 1) {
                kernels.copy(values, step.from(), values, step.to(), step.size());
                return;
            }
            for (int i = 0; i < step.size(); i++) {
                kernels.set(values, step.to() + i, kernels.get(values, step.from() + i * step.stride()));
            }
        }
    }
}
