package gaitd.policies.equilibrium;

import com.sun.management.ThreadMXBean;
import gaitd.policies.cell.OdeKind;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.gradient.BatchKernels;
import gaitd.policies.gradient.PlainBatch;
import gaitd.policies.gradient.SequenceData;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.solver.Scheme;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;

/** Counts the bytes of updates; as a program, those of a policy's size in float vectors. */
final class EquilibriumGarbage {
    private static final int ROUNDS = 400;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private EquilibriumGarbage() {}

    public static void main(final String[] arguments) {
        System.out.println(leastBytes(PlainBatch.fastest(), 64, 20));
    }

    /** The virtual machine may allocate on a thread's behalf while it compiles; an update that allocates would do so in every round. */
    static <A> long leastBytes(final BatchKernels<A> batch, final int neurons, final int updates) {
        final Kernels<A> kernels = batch.basic();
        final OdeSpec spec = OdeSpec.full(OdeKind.LTC, 5, neurons, 3, Scheme.SEMI_IMPLICIT, 4);
        final EquilibriumGradient<A> gradient = new EquilibriumGradient<>(
                spec,
                batch,
                33,
                3,
                EquilibriumOptions.STANDARD.withNudgedSteps(4, 2).withResidual(1e-9));
        final A parameters = Initial.STANDARD.parameters(kernels, spec, new SplittableRandom(1));
        final A result = kernels.allocate(gradient.layout().size());
        final SequenceData<A> data = gradient.data();
        kernels.fill(data.inputs, 0, kernels.length(data.inputs), 0.3);
        kernels.fill(data.dOutputs, 0, kernels.length(data.dOutputs), 0.1);
        data.lengths[1] = 2;
        data.restarts[2] = true;
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && least > 0; round++) {
            final long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < updates; i++) {
                gradient.load(parameters, 0);
                gradient.forward(data);
                gradient.backward(data, result, 0);
            }
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
