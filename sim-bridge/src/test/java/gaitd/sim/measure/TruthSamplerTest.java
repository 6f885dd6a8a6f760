package gaitd.sim.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.sim.engine.SimState;
import gaitd.sim.terrain.Terrain;
import gaitd.sim.terrain.Terrains;
import org.junit.jupiter.api.Test;

class TruthSamplerTest {
    private final SimState state = new SimState();
    private final PhysicsSums sums = new PhysicsSums();
    private final WalkSample sample = new WalkSample();

    @Test
    void heightIsOverTheGroundUnderTheTrunk() {
        final Terrain stairs = Terrains.parse("stairs:0.1", 1);
        state.basePosition[0] = 1.1;
        state.basePosition[2] = 0.4;
        new TruthSampler(stairs).read(state, sums, sample);
        assertEquals(0.3, sample.heightM, 1e-6);
        assertEquals(1.1, sample.xM);
    }

    @Test
    void ratesAreThoseOfTheTrunkAndTheVelocityThatOfTheHeading() {
        state.baseQuaternion[0] = Math.sqrt(0.5);
        state.baseQuaternion[3] = Math.sqrt(0.5);
        state.baseVelocity[0] = -0.1;
        state.baseVelocity[1] = 0.4;
        state.baseVelocity[2] = 0.05;
        state.baseAngularVelocity[0] = 0.1;
        state.baseAngularVelocity[1] = 0.2;
        state.baseAngularVelocity[2] = 0.3;
        new TruthSampler(Terrain.FLAT).read(state, sums, sample);
        assertEquals(0.4, sample.forwardMS, 1e-12);
        assertEquals(0.1, sample.leftMS, 1e-12);
        assertEquals(0.05, sample.upwardMS);
        assertEquals(0.1, sample.rollRadS);
        assertEquals(0.2, sample.pitchRadS);
        assertEquals(0.3, sample.yawRadS, 1e-12);
        assertEquals(1, sample.headingSin, 1e-12);
        assertEquals(0, sample.tiltRad(), 1e-7);
    }

    @Test
    void samplesHoldWhatWasDoneSinceTheLast() {
        final TruthSampler sampler = new TruthSampler(Terrain.FLAT);
        sums.workJ = 3;
        sums.slipM = 0.1;
        sampler.read(state, sums, sample);
        assertEquals(3, sample.workJ);
        sums.workJ = 5;
        sums.slipM = 0.4;
        sampler.read(state, sums, sample);
        assertEquals(2, sample.workJ);
        assertEquals(0.3, sample.slipM, 1e-12);
        sampler.read(state, sums, sample);
        assertEquals(0, sample.workJ);
        sums.workJ = 1;
        sampler.begin();
        sampler.read(state, sums, sample);
        assertEquals(1, sample.workJ);
    }

    @Test
    void aTouchBetweenTwoSamplesIsSeen() {
        final TruthSampler sampler = new TruthSampler(Terrain.FLAT);
        state.bodyContact = true;
        sums.add(state, 0.001);
        state.bodyContact = false;
        sums.add(state, 0.001);
        sampler.read(state, sums, sample);
        assertTrue(sample.bodyContact);
        sums.add(state, 0.001);
        sampler.read(state, sums, sample);
        assertFalse(sample.bodyContact);
    }
}
