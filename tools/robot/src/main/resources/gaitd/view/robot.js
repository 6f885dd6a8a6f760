import * as THREE from '/three/three.module.min.js';
import { RoundedBoxGeometry } from '/three/RoundedBoxGeometry.js';

// Shapes only; every length that matters for a joint comes from the model.
const TRUNK = [0.27, 0.15, 0.1];
const MOTOR_RADIUS = 0.044;
const LIT = new THREE.Color(0x46d6c4);

const shell = new THREE.MeshPhysicalMaterial({ color: 0xc9d1d8, roughness: 0.38, metalness: 0.05, clearcoat: 0.5, clearcoatRoughness: 0.3 });
const dark = new THREE.MeshStandardMaterial({ color: 0x2a3139, roughness: 0.5, metalness: 0.55 });
const metal = new THREE.MeshStandardMaterial({ color: 0x99a4ae, roughness: 0.32, metalness: 0.9 });
const glass = new THREE.MeshStandardMaterial({ color: 0x06090c, roughness: 0.08, metalness: 0.6 });
const accent = new THREE.MeshStandardMaterial({ color: 0xf0803c, roughness: 0.45, metalness: 0.2 });

function mesh(geometry, material, at = [0, 0, 0]) {
  const part = new THREE.Mesh(geometry, material);
  part.position.set(...at);
  part.castShadow = true;
  part.receiveShadow = true;
  return part;
}

const box = (x, y, z, radius) => new RoundedBoxGeometry(x, y, z, 5, radius);

/** A motor: a short cylinder with soft edges along an axis. */
function motor(radius, length, axis, cap) {
  const r = 0.007;
  const profile = [[0, -length / 2], [radius - r, -length / 2], [radius, -length / 2 + r], [radius, length / 2 - r], [radius - r, length / 2], [0, length / 2]];
  const group = new THREE.Group();
  group.add(mesh(new THREE.LatheGeometry(profile.map(([x, y]) => new THREE.Vector2(x, y)), 48), dark));
  for (const end of [-1, 1]) {
    const ring = mesh(new THREE.TorusGeometry(radius * 0.62, 0.0022, 8, 48), cap, [0, end * length / 2, 0]);
    ring.rotation.x = Math.PI / 2;
    group.add(ring);
  }
  if (axis === 'x') {
    group.rotation.z = Math.PI / 2;
  }
  return group;
}

/** A limb hanging from its joint, thicker at the top. */
function limb(length, top, bottom, width, material) {
  const shape = new THREE.Shape();
  shape.absarc(0, 0, top, 0.12, Math.PI - 0.12, false);
  shape.absarc(0, -length, bottom, Math.PI + 0.05, 2 * Math.PI - 0.05, false);
  shape.closePath();
  const bevel = Math.min(0.006, width / 3);
  const geometry = new THREE.ExtrudeGeometry(shape, { depth: width - 2 * bevel, bevelThickness: bevel, bevelSize: bevel * 0.8, bevelSegments: 4, curveSegments: 20 });
  geometry.translate(0, 0, -width / 2 + bevel);
  geometry.rotateX(Math.PI / 2);
  return mesh(geometry, material);
}

function trunk() {
  const [x, y, z] = TRUNK;
  const group = new THREE.Group();
  group.add(mesh(box(x, y, z, 0.03), shell));
  group.add(mesh(box(x * 0.72, y * 0.62, 0.016, 0.007), dark, [-0.006, 0, z / 2 + 0.002]));
  group.add(mesh(box(0.05, 0.018, 0.012, 0.005), accent, [-0.04, 0, z / 2 + 0.009]));
  for (const side of [-1, 1]) {
    group.add(mesh(box(x * 0.56, 0.012, z * 0.46, 0.005), dark, [0, side * y / 2, 0]));
    group.add(mesh(box(x * 0.34, 0.006, 0.006, 0.0025), accent, [0, side * (y / 2 + 0.005), z * 0.12]));
  }
  // Head and tail close the space between the hip motors.
  group.add(mesh(box(0.12, 0.07, 0.086, 0.024), shell, [x / 2 + 0.045, 0, 0.002]));
  group.add(mesh(box(0.03, 0.058, 0.046, 0.013), glass, [x / 2 + 0.094, 0, 0.008]));
  for (const side of [-1, 1]) {
    const eye = mesh(new THREE.CylinderGeometry(0.007, 0.007, 0.006, 24), metal, [x / 2 + 0.108, side * 0.016, 0.01]);
    eye.rotation.z = Math.PI / 2;
    group.add(eye);
  }
  group.add(mesh(box(0.11, 0.066, 0.078, 0.022), shell, [-x / 2 - 0.04, 0, 0]));
  return group;
}

/** The robot: a trunk and four legs of three joints, posed by joint angles. Axes: x forward, y left, z up. */
export class Robot {
  constructor(model) {
    this.model = model;
    this.root = new THREE.Group();
    this.root.add(trunk());
    this.legs = model.legs.map((leg) => this.#leg(leg));
  }

  #leg({ front, side }) {
    const { hipXM, hipYM, abductionM, thighM, calfM, footRadiusM } = this.model;
    const hip = new THREE.Group();
    hip.position.set(front * hipXM, side * hipYM, 0);
    hip.add(motor(MOTOR_RADIUS, 0.056, 'x', metal));
    hip.add(mesh(box(0.05, abductionM - 0.02, 0.056, 0.014), dark, [0, side * (abductionM - 0.02) / 2, 0]));

    const thigh = new THREE.Group();
    thigh.position.set(0, side * abductionM, 0);
    const drive = motor(MOTOR_RADIUS, 0.042, 'y', accent);
    drive.position.y = -side * 0.026;
    thigh.add(drive);
    thigh.add(limb(thighM, 0.036, 0.016, 0.03, shell));
    const knee = motor(0.019, 0.038, 'y', metal);
    knee.position.z = -thighM;
    thigh.add(knee);

    const calf = new THREE.Group();
    calf.position.set(0, 0, -thighM);
    calf.add(limb(calfM, 0.0135, 0.0085, 0.019, dark));
    const rubber = new THREE.MeshStandardMaterial({ color: 0x14181c, roughness: 0.85, emissive: LIT, emissiveIntensity: 0 });
    const foot = mesh(new THREE.SphereGeometry(footRadiusM, 32, 20), rubber, [0, 0, -calfM]);
    calf.add(foot);

    thigh.add(calf);
    hip.add(thigh);
    this.root.add(hip);
    return { hip, thigh, calf, foot, rubber, world: new THREE.Vector3(), lit: 0 };
  }

  /** Sets joints and trunk; feet's world positions follow. */
  pose(q, quaternion, position) {
    this.root.position.set(...position);
    this.root.quaternion.set(quaternion[1], quaternion[2], quaternion[3], quaternion[0]);
    this.legs.forEach((leg, i) => {
      leg.hip.rotation.x = q[3 * i];
      leg.thigh.rotation.y = q[3 * i + 1];
      leg.calf.rotation.y = q[3 * i + 2];
    });
    this.root.updateMatrixWorld(true);
    this.legs.forEach((leg) => leg.foot.getWorldPosition(leg.world));
  }

  /** Raises the trunk after posing. */
  lift(byM) {
    this.root.position.z += byM;
    this.root.updateMatrixWorld(true);
    this.legs.forEach((leg) => { leg.world.z += byM; });
  }

  /** Lights the feet that are on the ground, easing between. */
  contacts(bits, dtS) {
    this.legs.forEach((leg, i) => {
      const target = (bits >> i) & 1;
      leg.lit += (target - leg.lit) * Math.min(1, dtS * 18);
      leg.rubber.emissiveIntensity = 0.6 * leg.lit;
    });
  }

  /** Height of the lowest point of the trunk's box over its origin's height, negative. */
  bellyM() {
    const e = this.root.matrixWorld.elements;
    return -(Math.abs(e[2]) * (TRUNK[0] / 2 + 0.09) + Math.abs(e[6]) * TRUNK[1] / 2 + Math.abs(e[10]) * TRUNK[2] / 2);
  }
}
