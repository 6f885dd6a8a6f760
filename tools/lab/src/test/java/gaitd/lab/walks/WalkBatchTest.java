package gaitd.lab.walks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WalkBatchTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 63, 64, 65, 100, 127, 128, 129, 500, 1000})
    void everyWalkIsInOneBlock(final int walks) {
        final int[] all = IntStream.range(0, WalkBatch.blocks(walks))
                .flatMap(block -> IntStream.of(WalkBatch.walks(walks, block)))
                .sorted()
                .toArray();
        assertArrayEquals(IntStream.range(0, walks).toArray(), all);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "8,1", "9,2", "64,8", "65,5", "100,7", "500,8"})
    void aBlockIsEightRobots(final int walks, final int blocks) {
        assertEquals(blocks, WalkBatch.blocks(walks));
    }
}
