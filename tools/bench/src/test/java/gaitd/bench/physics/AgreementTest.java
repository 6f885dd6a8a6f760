package gaitd.bench.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private static GaitComparison walk(final double speed, final double tilt, final double power, final boolean fell) {
        return new GaitComparison(
                List.of(new GaitTrial(speed, tilt, power, false), new GaitTrial(speed, tilt, power, fell)));
    }

    private static List<String> compare(final GaitComparison one) {
        final Agreement agreement = new Agreement();
        agreement.check("flat", one, walk(0.4, 5, 40, false));
        return agreement.broken();
    }

    @Test
    void likeWalksAgree() {
        assertEquals(List.of(), compare(walk(0.41, 6, 41, false)));
    }

    @Test
    void eachQuantityCanDisagree() {
        assertTrue(compare(walk(0.43, 5, 40, false)).getFirst().contains("speed"));
        assertTrue(compare(walk(0.4, 7, 40, false)).getFirst().contains("tilt"));
        assertTrue(compare(walk(0.4, 5, 43, false)).getFirst().contains("power"));
        assertTrue(compare(walk(0.4, 5, 40, true)).getFirst().contains("fall rate"));
    }

    @Test
    void walksOfWhichNoneStayedUpNeverAgree() {
        final GaitComparison fallen = new GaitComparison(List.of(new GaitTrial(0.4, 5, 40, true)));
        final Agreement agreement = new Agreement();
        agreement.check("flat", fallen, fallen);
        assertEquals(3, agreement.broken().size());
    }
}
