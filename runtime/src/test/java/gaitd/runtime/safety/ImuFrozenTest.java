package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.hal.Sensed;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.mode.Mode;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ImuFrozenTest {
    /** What stands still. */
    enum Part {
        GYRO(true, false, false),
        ACCELEROMETER(false, true, false),
        QUATERNION(false, false, true),
        ALL(true, true, true);

        private final boolean gyro;
        private final boolean accelerometer;
        private final boolean quaternion;

        Part(final boolean gyro, final boolean accelerometer, final boolean quaternion) {
            this.gyro = gyro;
            this.accelerometer = accelerometer;
            this.quaternion = quaternion;
        }

        Consumer<Sensed> freeze(final Sensed at) {
            final Sensed kept = new Sensed();
            kept.set(at);
            return sensed -> {
                copy(gyro, kept.gyro, sensed.gyro);
                copy(accelerometer, kept.accelerometer, sensed.accelerometer);
                copy(quaternion, kept.quaternion, sensed.quaternion);
                copy(quaternion, kept.rpy, sensed.rpy);
            };
        }

        private static void copy(final boolean does, final double[] from, final double[] to) {
            if (does) {
                System.arraycopy(from, 0, to, 0, to.length);
            }
        }
    }

    private final SensorStream stream = new SensorStream();

    @BeforeEach
    void swaysLittle() {
        stream.swayRad = 0.01;
    }

    private Fault frozen(final Part part, final double seconds) {
        stream.run(1);
        return stream.spoilt(seconds, sensed -> {
            stream.spoils = part.freeze(stream.said);
        });
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void isNoticedAfter25StatesOfWalking(final Part part) {
        assertEquals(Fault.NONE, frozen(part, 0.05));
        stream.run(0.002);
        assertEquals(Fault.IMU_FROZEN, stream.latch.first());
        assertEquals(25, stream.latch.value());
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void isNoticedAfterHalfASecondOfStanding(final Part part) {
        stream.mode = Mode.STAND;
        assertEquals(Fault.NONE, frozen(part, 0.498));
        stream.run(0.006);
        assertEquals(Fault.IMU_FROZEN, stream.latch.first());
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"STAND_UP", "STAND", "WALK", "SIT_DOWN"})
    void isNothingWhereNothingMoves(final Mode mode) {
        stream.mode = mode;
        stream.waveRad = 0;
        assertEquals(Fault.NONE, frozen(Part.ALL, 5));
    }

    @ParameterizedTest
    @CsvSource({"1e-6,NONE", "1e-1,IMU_FROZEN"})
    void countsOnlyWhileJointsMove(final double waveRad, final Fault expected) {
        stream.waveRad = waveRad;
        assertEquals(expected, frozen(Part.ALL, 0.1));
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void aUnitThatGivesEverySampleTwiceIsSound(final Part part) {
        final Sensed[] kept = {new Sensed()};
        final boolean[] again = {false};
        assertEquals(Fault.NONE, stream.spoilt(2, sensed -> {
            if (again[0]) {
                part.freeze(kept[0]).accept(sensed);
            }
            again[0] = !again[0];
            kept[0].set(sensed);
        }));
    }
}
