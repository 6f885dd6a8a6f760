package gaitd.policies.onnx;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import org.junit.jupiter.api.Test;

/**
 * Random graphs by this program and by onnxruntime. Ten thousand instead of a few hundred: mvn -pl policies -am test
 * -Dtest=OnnxGraphsTest -Dsurefire.failIfNoSpecifiedTests=false -Dgaitd.graphs=10000
 */
class OnnxGraphsTest {
    private static final int GRAPHS = Integer.getInteger("gaitd.graphs", 300);
    private static final int STEPS = 4;
    private static final double TOLERANCE = 1e-5;

    @Test
    void randomGraphsGiveWhatOnnxruntimeGives() throws OrtException {
        double worst = 0;
        for (long seed = 0; seed < GRAPHS; seed++) {
            final double difference;
            try {
                difference = Reference.worst(RandomGraph.model(seed), STEPS, seed);
            } catch (final RuntimeException | OrtException e) {
                throw new AssertionError("graph " + seed, e);
            }
            assertTrue(difference <= TOLERANCE, "graph %d: off by %.3g".formatted(seed, difference));
            worst = Math.max(worst, difference);
        }
        System.out.printf("%d graphs, worst %.2g%n", GRAPHS, worst);
    }
}
