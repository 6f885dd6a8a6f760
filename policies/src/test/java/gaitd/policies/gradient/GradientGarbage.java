package gaitd.policies.gradient;

import com.sun.management.ThreadMXBean;
import gaitd.policies.cell.CellSpec;
import gaitd.policies.cell.OdeKind;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.solver.Scheme;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Random;
import java.util.function.ObjLongConsumer;

/** Counts the bytes of updates; as a program, those of a large cell and of every cell in float vectors. */
final class GradientGarbage {
    private static final int ROUNDS = 400;
    private static final int UPDATES = 500;
    private static final long SEED = 3;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private GradientGarbage() {}

    public static void main(final String[] arguments) {
        final OdeSpec spec = OdeSpec.full(OdeKind.LTC, 48, 64, 12, Scheme.SEMI_IMPLICIT, 6);
        print("large", leastBytes(SequenceGradient.backpropagation(spec, PlainBatch.fastest(), 32, 4), 60));
        everyCell(PlainBatch.fastest(), GradientGarbage::print);
    }

    private static void print(final String cell, final long bytes) {
        System.out.println(cell + ": " + bytes);
    }

    /** Every cell by backpropagation, those with a differential equation by the adjoint method as well. */
    static <A> void everyCell(final BatchKernels<A> batch, final ObjLongConsumer<String> result) {
        for (final Map.Entry<String, CellSpec> cell :
                RandomCells.all(new Random(SEED)).entrySet()) {
            final SequenceGradient<A> back = SequenceGradient.backpropagation(cell.getValue(), batch, 2, 3);
            result.accept(cell.getKey(), leastBytes(back, UPDATES));
            if (cell.getValue() instanceof final OdeSpec ode) {
                final SequenceGradient<A> adjoint = SequenceGradient.adjoint(ode, batch, 2, 3, 2);
                result.accept(cell.getKey() + " adjoint", leastBytes(adjoint, UPDATES));
            }
        }
    }

    static <A> long leastBytes(final SequenceGradient<A> gradient, final int updates) {
        final Kernels<A> kernels = gradient.batch().basic();
        final A parameters = kernels.allocate(gradient.layout().size());
        kernels.fill(parameters, 0, gradient.layout().size(), 0.4);
        final A result = kernels.allocate(gradient.layout().size());
        final SequenceData<A> data = gradient.data();
        kernels.fill(data.inputs, 0, kernels.length(data.inputs), 0.3);
        kernels.fill(data.dOutputs, 0, kernels.length(data.dOutputs), 0.1);
        data.lengths[1] = 2;
        data.restarts[2] = true;
        return leastBytes(
                () -> {
                    gradient.load(parameters, 0);
                    gradient.forward(data);
                    gradient.backward(data, result, 0);
                },
                updates);
    }

    /** The virtual machine may allocate on a thread's behalf while it compiles; an update that allocates would do so in every round. */
    static long leastBytes(final Runnable update, final int updates) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && least > 0; round++) {
            final long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < updates; i++) {
                update.run();
            }
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
