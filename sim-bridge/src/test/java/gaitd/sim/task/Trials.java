package gaitd.sim.task;

import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.bundle.LayersFacts;
import gaitd.policies.bundle.Safetensors;
import gaitd.policies.bundle.Tensor;
import gaitd.policies.kernel.Activation;
import gaitd.policies.learn.RandomStream;
import gaitd.policies.learn.Transitions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Networks and actions for tests of tasks. */
final class Trials {
    private Trials() {}

    /** One dense layer of small random weights. */
    static ImportedNetwork network(final A1Task task) {
        final SplittableRandom random = new SplittableRandom(5);
        final LayersFacts facts = new LayersFacts(List.of(new LayersFacts.Layer(
                LayersFacts.Type.DENSE, task.observationSize(), task.actionSize(), Activation.TANH)));
        final List<Tensor> tensors = new ArrayList<>();
        facts.shapes().forEach((name, shape) -> {
            final double[] values = new double[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextDouble(-0.1, 0.1);
            }
            tensors.add(new Tensor(name, shape, values));
        });
        return new ImportedNetwork(facts, new Safetensors(tensors, Map.of()));
    }

    /** Actions up to 1 that depend on the step and the robot alone. */
    static void act(final Transitions transitions, final int step, final double size) {
        final int actions = transitions.action.length / transitions.environments;
        for (int robot = 0; robot < transitions.environments; robot++) {
            final RandomStream random = new RandomStream(1000L * robot + step);
            for (int i = 0; i < actions; i++) {
                transitions.action[robot * actions + i] = (float) (size * (2 * random.nextDouble() - 1));
            }
        }
    }
}
