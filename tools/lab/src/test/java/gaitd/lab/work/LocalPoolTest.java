package gaitd.lab.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gaitd.runtime.config.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPoolTest {
    private record Square(int of) implements WorkUnit<Integer> {
        @Override
        public Integer answer() {
            return of * of;
        }
    }

    private record Refuses() implements WorkUnit<Integer> {
        @Override
        public Integer answer() {
            throw new Refusal("not here");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void everyAnswerIsTakenOnceByTheCaller(final int threads) {
        final Thread caller = Thread.currentThread();
        final List<Square> units = IntStream.range(0, 40).mapToObj(Square::new).toList();
        final int[] taken = new int[units.size()];
        try (WorkPool pool = new LocalPool(threads)) {
            pool.run(units, (unit, answer) -> {
                assertSame(caller, Thread.currentThread());
                assertEquals(unit * unit, answer);
                taken[unit]++;
            });
        }
        IntStream.of(taken).forEach(count -> assertEquals(1, count));
    }

    @Test
    void whatAUnitRefusesIsRefused() {
        final List<Integer> taken = new ArrayList<>();
        try (WorkPool pool = new LocalPool(1)) {
            final List<WorkUnit<Integer>> units = List.of(new Square(3), new Refuses(), new Square(4));
            final Refusal refusal =
                    assertThrows(Refusal.class, () -> pool.run(units, (unit, answer) -> taken.add(answer)));
            assertEquals("not here", refusal.getMessage());
        }
        assertEquals(9, taken.getFirst());
    }
}
