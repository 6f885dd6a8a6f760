package gaitd.sim.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The one rule for a fall, on both sides of each of its bounds. */
class FallRuleTest {
    private final FallRule rule = new FallRule();
    private final WalkSample sample = new WalkSample();

    @BeforeEach
    void stand() {
        sample.heightM = 0.27;
        carry();
    }

    private void carry() {
        rule.update(sample, true);
    }

    private void letGo() {
        rule.update(sample, false);
    }

    private void lean(final double degrees) {
        sample.up = Math.cos(Math.toRadians(degrees));
    }

    @Test
    void aTrunkLowerThanTwelveCentimetresHasFallen() {
        sample.heightM = 0.121;
        carry();
        assertEquals(0, rule.falls());
        sample.heightM = 0.119;
        carry();
        assertEquals(1, rule.falls());
    }

    @Test
    void aLeanOfMoreThanSixtyDegreesIsAFall() {
        lean(59.9);
        carry();
        assertEquals(0, rule.falls());
        lean(60.1);
        carry();
        assertEquals(1, rule.falls());
    }

    @Test
    void aBodyOnTheGroundHasFallen() {
        sample.bodyContact = true;
        carry();
        assertEquals(1, rule.falls());
    }

    @Test
    void aHeightThatIsNotANumberIsAFall() {
        sample.heightM = Double.NaN;
        carry();
        assertEquals(1, rule.falls());
    }

    @Test
    void sittingDownIsNoFall() {
        for (double height = 0.27; height > 0.09; height -= 0.01) {
            sample.heightM = height;
            sample.bodyContact = height < 0.11;
            letGo();
        }
        assertEquals(0, rule.falls());
    }

    @Test
    void standingUpIsNoneAndCountsFromTheFirstUprightSample() {
        final FallRule lying = new FallRule();
        sample.heightM = 0.09;
        sample.bodyContact = true;
        lying.update(sample, false);
        lying.update(sample, true);
        sample.bodyContact = false;
        sample.heightM = 0.17;
        lying.update(sample, true);
        sample.heightM = 0.1;
        lying.update(sample, true);
        assertEquals(0, lying.falls());
        sample.heightM = 0.19;
        lying.update(sample, true);
        sample.heightM = 0.1;
        lying.update(sample, true);
        assertEquals(1, lying.falls());
    }

    @Test
    void aRobotThatLeansMoreThanThirtyDegreesIsNotUprightYet() {
        final FallRule lying = new FallRule();
        lean(31);
        lying.update(sample, true);
        sample.bodyContact = true;
        lying.update(sample, true);
        assertEquals(0, lying.falls());
        sample.bodyContact = false;
        lean(29);
        lying.update(sample, true);
        sample.bodyContact = true;
        lying.update(sample, true);
        assertEquals(1, lying.falls());
    }

    @Test
    void aRobotThatIsLetGoWhileItLeansHasFallen() {
        lean(44);
        carry();
        letGo();
        assertEquals(0, rule.falls());
        lean(10);
        carry();
        lean(46);
        carry();
        assertEquals(0, rule.falls());
        letGo();
        assertEquals(1, rule.falls());
    }

    @Test
    void rollingOverIsAFallWhetherCarriedOrNot() {
        letGo();
        lean(61);
        letGo();
        assertEquals(1, rule.falls());
    }

    @Test
    void aRobotThatIsCarriedAboutByAPersonDoesNotFall() {
        sample.heightM = 0.1;
        letGo();
        sample.heightM = 0.5;
        letGo();
        lean(80);
        letGo();
        assertEquals(0, rule.falls());
    }

    @Test
    void aFallCountsOnceUntilUprightAgain() {
        sample.bodyContact = true;
        carry();
        carry();
        sample.bodyContact = false;
        sample.heightM = 0.15;
        carry();
        sample.bodyContact = true;
        carry();
        assertEquals(1, rule.falls());
        sample.bodyContact = false;
        sample.heightM = 0.27;
        carry();
        sample.bodyContact = true;
        carry();
        assertEquals(2, rule.falls());
        rule.begin(false);
        assertEquals(0, rule.falls());
    }

    @Test
    void aRobotThatWasPlacedOnItsFeetMayFallAtOnce() {
        final FallRule placed = new FallRule();
        placed.begin(true);
        sample.bodyContact = true;
        placed.update(sample, true);
        assertEquals(1, placed.falls());
    }
}
