import * as THREE from '/three/three.module.min.js';
import { OrbitControls } from '/three/OrbitControls.js';
import { RoomEnvironment } from '/three/RoomEnvironment.js';

const ACTUAL = 0x46d6c4;
const COMMAND = 0xf5b74e;
const FLAT_SIDE_M = 40;
const TRAIL_POINTS = 900;
const TRAIL_STEP_M = 0.02;

/** The ground's material: lines in world coordinates every half metre and every decimetre, fading with distance. */
function groundMaterial(uniforms) {
  const material = new THREE.MeshStandardMaterial({ color: 0x141b23, roughness: 0.95, metalness: 0, transparent: true });
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, uniforms);
    shader.vertexShader = shader.vertexShader
      .replace('#include <common>', '#include <common>\nvarying vec3 vGround;')
      .replace('#include <project_vertex>', '#include <project_vertex>\nvGround = (modelMatrix * vec4(transformed, 1.0)).xyz;');
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <common>', `#include <common>
        varying vec3 vGround;
        uniform vec2 centre;
        uniform vec2 fade;
        float gridLine(float stepM, float width) {
          vec2 p = vGround.xy / stepM;
          vec2 d = abs(fract(p - 0.5) - 0.5) / fwidth(p) / width;
          float density = max(fwidth(p).x, fwidth(p).y);
          return (1.0 - min(min(d.x, d.y), 1.0)) * (1.0 - smoothstep(0.15, 0.5, density));
        }`)
      .replace('#include <color_fragment>', `#include <color_fragment>
        diffuseColor.rgb *= 1.0 + clamp(vGround.z * 4.0, -0.5, 2.5);
        diffuseColor.rgb = mix(diffuseColor.rgb, vec3(0.085, 0.125, 0.17), 0.7 * gridLine(0.5, 1.4) + 0.22 * gridLine(0.1, 1.0));
        diffuseColor.a *= 1.0 - smoothstep(fade.x, fade.y, distance(vGround.xy, centre));`);
  };
  return material;
}

/** A flat arrow along +x whose length is set each frame. */
class Arrow {
  constructor(color, width) {
    const material = new THREE.MeshBasicMaterial({ color, transparent: true, opacity: 0.95, depthWrite: false, toneMapped: false });
    this.shaft = new THREE.Mesh(new THREE.PlaneGeometry(1, width).translate(0.5, 0, 0), material);
    const head = new THREE.Shape([new THREE.Vector2(0, 1.8 * width), new THREE.Vector2(3 * width, 0), new THREE.Vector2(0, -1.8 * width)]);
    this.head = new THREE.Mesh(new THREE.ShapeGeometry(head), material);
    this.root = new THREE.Group();
    this.root.add(this.shaft, this.head);
  }

  order(order) {
    this.shaft.renderOrder = order;
    this.head.renderOrder = order;
  }

  set(x, y, z, angle, length) {
    this.root.visible = length > 0.02;
    this.root.position.set(x, y, z);
    this.root.rotation.z = angle;
    this.shaft.scale.x = Math.max(length, 1e-3);
    this.head.position.x = length;
  }
}

/** Whether the browser draws without a graphics processor; then reflections and shadows would take seconds. */
function isSoftware(renderer) {
  const gl = renderer.getContext();
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name = info ? gl.getParameter(info.UNMASKED_RENDERER_WEBGL) : gl.getParameter(gl.RENDERER);
  return /swiftshader|llvmpipe|software|basic render/i.test(String(name));
}

/** The world around the robot: ground, light, camera, trail and markers. z is up. */
export class Stage {
  constructor(canvas, robot) {
    this.canvas = canvas;
    this.robot = robot;
    this.scene = new THREE.Scene();
    this.renderer = new THREE.WebGLRenderer({ canvas, antialias: true, alpha: true, powerPreference: 'low-power' });
    this.plain = isSoftware(this.renderer);
    this.renderer.setPixelRatio(this.plain ? 1 : Math.min(window.devicePixelRatio, 2));
    this.renderer.shadowMap.enabled = !this.plain;
    this.renderer.shadowMap.type = THREE.PCFShadowMap;
    this.renderer.toneMapping = THREE.ACESFilmicToneMapping;
    this.renderer.toneMappingExposure = 1.05;
    this.camera = new THREE.PerspectiveCamera(34, 1, 0.02, 60);
    this.camera.up.set(0, 0, 1);
    this.camera.position.set(0.95, -1.2, 0.66);
    this.controls = new OrbitControls(this.camera, canvas);
    this.controls.target.set(0.05, 0, 0.17);
    this.controls.enablePan = false;
    this.controls.enableDamping = true;
    this.controls.minDistance = 0.5;
    this.controls.maxDistance = 6;
    this.controls.maxPolarAngle = 1.5;
    this.groundAt = () => 0;
    this.liftM = 0;
    this.#lights();
    this.uniforms = { centre: { value: new THREE.Vector2() }, fade: { value: new THREE.Vector2(3, 9) } };
    this.ground = new THREE.Mesh(new THREE.PlaneGeometry(FLAT_SIDE_M, FLAT_SIDE_M), groundMaterial(this.uniforms));
    this.ground.receiveShadow = true;
    // All of these are translucent; order by hand, since sorting by distance draws the ground over what lies on it.
    this.ground.renderOrder = -1;
    this.scene.add(this.ground, robot.root);
    this.#markers();
    this.#trail();
  }

  #lights() {
    if (this.plain) {
      const sky = new THREE.HemisphereLight(0xdfe8f2, 0x2a3038, 1.6);
      sky.position.set(0, 0, 1);
      this.scene.add(sky);
    } else {
      const pmrem = new THREE.PMREMGenerator(this.renderer);
      this.scene.environment = pmrem.fromScene(new RoomEnvironment(), 0.04).texture;
      this.scene.environmentIntensity = 0.45;
      this.scene.environmentRotation.x = Math.PI / 2;
      pmrem.dispose();
    }
    this.sun = new THREE.DirectionalLight(0xfff2e0, 2.6);
    this.sun.castShadow = true;
    this.sun.shadow.mapSize.set(1024, 1024);
    this.sun.shadow.radius = 3.5;
    this.sun.shadow.bias = -0.0004;
    this.sun.shadow.normalBias = 0.004;
    Object.assign(this.sun.shadow.camera, { left: -0.8, right: 0.8, top: 0.8, bottom: -0.8, near: 0.2, far: 6 });
    const rim = new THREE.DirectionalLight(0x7fb4ff, 0.9);
    rim.position.set(-2, 1.5, 1.2);
    this.scene.add(this.sun, this.sun.target, rim, rim.target);
    this.rim = rim;
  }

  #markers() {
    this.markers = this.robot.legs.map(() => {
      const material = new THREE.MeshBasicMaterial({ color: ACTUAL, transparent: true, opacity: 0, depthWrite: false, toneMapped: false });
      const marker = new THREE.Mesh(new THREE.RingGeometry(0.031, 0.039, 48), material);
      this.scene.add(marker);
      return marker;
    });
    this.wanted = new Arrow(COMMAND, 0.017);
    this.moving = new Arrow(ACTUAL, 0.009);
    this.moving.order(2);
    this.scene.add(this.wanted.root, this.moving.root);
  }

  #trail() {
    const geometry = new THREE.BufferGeometry();
    geometry.setAttribute('position', new THREE.BufferAttribute(new Float32Array(TRAIL_POINTS * 6), 3));
    geometry.setAttribute('color', new THREE.BufferAttribute(new Float32Array(TRAIL_POINTS * 8), 4));
    const index = [];
    for (let i = 0; i + 1 < TRAIL_POINTS; i++) {
      index.push(2 * i, 2 * i + 1, 2 * i + 2, 2 * i + 1, 2 * i + 3, 2 * i + 2);
    }
    geometry.setIndex(index);
    geometry.setDrawRange(0, 0);
    const material = new THREE.MeshBasicMaterial({ vertexColors: true, transparent: true, depthWrite: false, toneMapped: false, side: THREE.DoubleSide });
    this.trail = new THREE.Mesh(geometry, material);
    this.trail.frustumCulled = false;
    this.path = [];
    this.stale = false;
    this.scene.add(this.trail);
  }

  /** Takes over a patch of ground as the server sent it. */
  setGround(patch) {
    const n = patch.points;
    const h = patch.heightsMm;
    const flat = h.every((mm) => mm === h[0]);
    this.groundAt = (x, y) => {
      const u = Math.min(Math.max((x - patch.x0M) / patch.stepM, 0), n - 1.001);
      const v = Math.min(Math.max((y - patch.y0M) / patch.stepM, 0), n - 1.001);
      const i = Math.floor(u);
      const j = Math.floor(v);
      const row = (r) => h[r * n + i] * (i + 1 - u) + h[r * n + i + 1] * (u - i);
      return (row(j) * (j + 1 - v) + row(j + 1) * (v - j)) / 1000;
    };
    this.ground.geometry.dispose();
    if (flat) {
      this.ground.geometry = new THREE.PlaneGeometry(FLAT_SIDE_M, FLAT_SIDE_M)
        .translate(patch.x0M + patch.stepM * n / 2, patch.y0M + patch.stepM * n / 2, h[0] / 1000);
    } else {
      const side = patch.stepM * (n - 1);
      const geometry = new THREE.PlaneGeometry(side, side, n - 1, n - 1);
      const at = geometry.attributes.position;
      for (let j = 0; j < n; j++) {
        for (let i = 0; i < n; i++) {
          at.setXYZ(j * n + i, patch.x0M + i * patch.stepM, patch.y0M + j * patch.stepM, h[j * n + i] / 1000);
        }
      }
      // The plane's rows run downwards, these upwards: turn the triangles over.
      const index = geometry.index.array;
      for (let k = 0; k < index.length; k += 3) {
        [index[k], index[k + 1]] = [index[k + 1], index[k]];
      }
      geometry.computeVertexNormals();
      this.ground.geometry = geometry;
    }
    this.ground.material.flatShading = !flat;
    this.ground.material.needsUpdate = true;
    this.uniforms.fade.value.set(flat ? 2.5 : 1.7, flat ? 8 : 2.3);
  }

  /** Takes a place of the path. */
  trace([x, y]) {
    const last = this.path.at(-1);
    if (last && Math.hypot(x - last[0], y - last[1]) > 1) {
      this.path = [];
    } else if (last && Math.hypot(x - last[0], y - last[1]) < TRAIL_STEP_M) {
      return;
    }
    this.path.push([x, y, this.groundAt(x, y) + 0.004]);
    if (this.path.length > TRAIL_POINTS) {
      this.path.shift();
    }
    this.stale = true;
  }

  #drawTrail() {
    this.stale = false;
    const { position, color } = this.trail.geometry.attributes;
    this.path.forEach(([px, py, pz], i) => {
      const [ax, ay] = this.path[Math.max(i - 1, 0)];
      const [bx, by] = this.path[Math.min(i + 1, this.path.length - 1)];
      const norm = Math.hypot(bx - ax, by - ay) || 1;
      const nx = -(by - ay) / norm * 0.006;
      const ny = (bx - ax) / norm * 0.006;
      const alpha = 0.65 * (i / this.path.length);
      position.setXYZ(2 * i, px + nx, py + ny, pz);
      position.setXYZ(2 * i + 1, px - nx, py - ny, pz);
      color.setXYZW(2 * i, 0.06, 0.67, 0.55, alpha);
      color.setXYZW(2 * i + 1, 0.06, 0.67, 0.55, alpha);
    });
    position.needsUpdate = true;
    color.needsUpdate = true;
    this.trail.geometry.setDrawRange(0, Math.max(0, this.path.length - 1) * 6);
  }

  /** Stands the robot on its ground: height counts from the feet's ground, and nothing sinks into it. */
  #settle(pose, dtS) {
    const radius = this.robot.model.footRadiusM;
    this.robot.pose(pose.q, pose.quaternion, pose.position);
    const feet = this.robot.legs.map((leg) => ({ leg, ground: this.groundAt(leg.world.x, leg.world.y) }));
    const down = feet.filter((_, i) => (pose.contacts >> i) & 1);
    const base = (down.length ? down : feet).reduce((sum, f) => sum + f.ground, 0) / (down.length || feet.length);
    const sunk = feet.map(({ leg, ground }) => ground + radius - leg.world.z - base);
    const [x, y, z] = pose.position;
    sunk.push(this.groundAt(x, y) - (z + this.robot.bellyM()) - base);
    const lift = base + Math.max(0, ...sunk);
    this.liftM += (lift - this.liftM) * (Math.abs(lift - this.liftM) > 0.3 ? 1 : Math.min(1, dtS * 12));
    this.robot.lift(this.liftM);
  }

  /** Draws one frame. */
  draw(pose, dtS) {
    this.#resize();
    if (this.stale) {
      this.#drawTrail();
    }
    this.#settle(pose, dtS);
    this.robot.contacts(pose.contacts, dtS);
    this.robot.legs.forEach((leg, i) => {
      this.markers[i].position.set(leg.world.x, leg.world.y, leg.world.z - this.robot.model.footRadiusM + 0.004);
      this.markers[i].material.opacity = 0.95 * leg.lit;
      this.markers[i].scale.setScalar(1.5 - 0.5 * leg.lit);
    });
    const { x, y, z } = this.robot.root.position;
    const e = this.robot.root.matrixWorld.elements;
    const yaw = Math.atan2(e[1], e[0]);
    this.#arrow(this.wanted, pose.command, x, y, yaw, 0.006);
    this.#arrow(this.moving, pose.velocity, x, y, yaw, 0.009);
    const target = new THREE.Vector3(x, y, Math.max(this.groundAt(x, y), z - 0.3) + 0.17);
    const step = target.sub(this.controls.target).multiplyScalar(Math.min(1, dtS * 5));
    this.controls.target.add(step);
    this.camera.position.add(step);
    this.controls.update();
    this.sun.target.position.set(x, y, z - 0.15);
    this.sun.position.set(x + 0.9, y - 0.7, z + 2.2);
    this.rim.target.position.set(x, y, z);
    this.rim.position.set(x - 2, y + 1.5, z + 1.2);
    this.uniforms.centre.value.set(x, y);
    this.renderer.render(this.scene, this.camera);
  }

  #arrow(arrow, [vx, vy], x, y, yaw, heightM) {
    const speed = Math.hypot(vx, vy);
    const angle = yaw + Math.atan2(vy, vx);
    const startX = x + 0.34 * Math.cos(angle);
    const startY = y + 0.34 * Math.sin(angle);
    arrow.set(startX, startY, this.groundAt(startX, startY) + heightM, angle, 0.6 * speed);
  }

  #resize() {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const size = this.renderer.getSize(new THREE.Vector2());
    if (width > 0 && height > 0 && (size.x !== width || size.y !== height)) {
      this.renderer.setSize(width, height, false);
      this.camera.aspect = width / height;
      this.camera.fov = width < height * 1.15 ? 44 : 34;
      this.camera.updateProjectionMatrix();
    }
  }
}
