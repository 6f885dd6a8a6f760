package gaitd.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.lab.work.WorkPool;
import gaitd.lab.work.WorkUnit;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Refusal;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparkPoolTest {
    private static final String MASTER = "local[2]";

    private record Square(int of) implements WorkUnit<Integer> {
        @Override
        public Integer answer() {
            return of * of;
        }
    }

    private record Refuses(boolean asArgument) implements WorkUnit<Integer> {
        @Override
        public Integer answer() {
            throw asArgument ? new ConfigException("no such ground") : new Refusal("not here");
        }
    }

    private record Breaks() implements WorkUnit<Integer> {
        @Override
        public Integer answer() {
            throw new IllegalStateException("broken");
        }
    }

    private static WorkPool pool() {
        return new SparkCluster().open(MASTER);
    }

    @Test
    void everyAnswerIsTakenOnceByTheCallerInSeveralRuns() {
        final Thread caller = Thread.currentThread();
        try (WorkPool pool = pool()) {
            for (int run = 0; run < 2; run++) {
                final List<Square> units =
                        IntStream.range(0, 30).mapToObj(Square::new).toList();
                final int[] taken = new int[units.size()];
                pool.run(units, (unit, answer) -> {
                    assertEquals(caller, Thread.currentThread());
                    assertEquals(unit * unit, answer);
                    taken[unit]++;
                });
                IntStream.of(taken).forEach(count -> assertEquals(1, count));
            }
            pool.run(List.<Square>of(), (unit, answer) -> {
                throw new AssertionError("there is no unit");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatAUnitRefusesIsRefusedAndThePoolGoesOn(final boolean asArgument) {
        try (WorkPool pool = pool()) {
            final List<WorkUnit<Integer>> units = List.of(new Square(2), new Refuses(asArgument));
            final Refusal refusal = assertThrows(Refusal.class, () -> pool.run(units, (unit, answer) -> {}));
            assertEquals(asArgument ? "no such ground" : "not here", refusal.getMessage());
            pool.run(List.of(new Square(3)), (unit, answer) -> assertEquals(9, answer));
        }
    }

    @Test
    void aUnitThatBreaksIsOneLine() {
        try (WorkPool pool = pool()) {
            final Refusal refusal =
                    assertThrows(Refusal.class, () -> pool.run(List.of(new Breaks()), (unit, answer) -> {}));
            assertTrue(refusal.getMessage().startsWith("--on local[2]: the work failed there"), refusal.getMessage());
            assertEquals(1, refusal.getMessage().lines().count());
        }
    }

    @Test
    void anExecutorThatWouldGiveOtherBitsIsRefused() {
        final ExecutorFacts other = new ExecutorFacts("another", 25, "amd64", true);
        final JavaSparkContext context =
                new JavaSparkContext(new SparkConf().setMaster(MASTER).setAppName("test"));
        try (WorkPool pool = new SparkPool(context, MASTER, other)) {
            final Refusal refusal =
                    assertThrows(Refusal.class, () -> pool.run(List.of(new Square(1)), (unit, answer) -> {}));
            assertTrue(refusal.getMessage().contains("another"), refusal.getMessage());
        }
    }

    @Test
    void aMasterThatDoesNotAnswerIsRefusedAtOnce() throws IOException {
        final int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        final String master = "spark://127.0.0.1:" + port;
        final Refusal refusal = assertThrows(Refusal.class, () -> new SparkCluster().open(master));
        assertTrue(refusal.getMessage().startsWith("--on " + master + ": no master of Spark answers"));
    }
}
