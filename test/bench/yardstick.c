/*
 * A yardstick for the engine: one pod for a year on a price that moves every hour, stepped hour by hour.
 * The price is an autoregression of ln ratio; above the limit the pod waits, and in any hour it may be
 * interrupted; each start costs 0.05 h. Prints the best of nine rounds of 1,000 paths.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <time.h>

enum { HOURS = 8760, PATHS = 1000, ROUNDS = 9, LAYERS = 128 };

typedef struct { uint32_t a, b, c, d; } stream;

static int32_t inside[LAYERS];
static double widths[LAYERS], heights[LAYERS];

static uint32_t rotated(uint32_t x, int by) { return (x << by) | (x >> (32 - by)); }

static int32_t bits(stream *s) {
	uint32_t drawn = rotated(s->b * 5, 7) * 9, shifted = s->b << 9;
	s->c ^= s->a;
	s->d ^= s->b;
	s->b ^= s->c;
	s->a ^= s->d;
	s->c ^= shifted;
	s->d = rotated(s->d, 11);
	return (int32_t)drawn;
}

static double uniform(stream *s) { return ((uint32_t)bits(s) + 0.5) * 0x1p-32; }

static double density(double x) { return exp(-0.5 * x * x); }

static void build(void) {
	const double tail = 3.442619855899, area = 9.91256303526217e-3, scale = 0x1p31;
	double base = area / density(tail), edge = tail;
	inside[0] = (int32_t)(tail / base * scale);
	widths[0] = base / scale;
	heights[0] = 1;
	for (int layer = LAYERS - 1; layer > 0; layer--) {
		widths[layer] = edge / scale;
		heights[layer] = density(edge);
		double inner = layer == 1 ? 0 : sqrt(-2 * log(area / edge + density(edge)));
		inside[layer] = (int32_t)(inner / edge * scale);
		edge = inner;
	}
}

static double normal(stream *s) {
	const double tail = 3.442619855899;
	for (;;) {
		int32_t drawn = bits(s), size = drawn ^ (drawn >> 31);
		int layer = drawn & (LAYERS - 1);
		double x = drawn * widths[layer];
		if (size < inside[layer]) return x;
		if (layer == 0) {
			double over, height;
			do {
				over = -log(uniform(s)) / tail;
				height = -log(uniform(s));
			} while (height + height < over * over);
			return drawn > 0 ? tail + over : -tail - over;
		}
		double low = heights[layer], high = heights[layer - 1];
		if (low + uniform(s) * (high - low) < density(x)) return x;
	}
}

static double paths(uint32_t seed) {
	const double phi = exp(-1.0 / 12), sigma = 0.2, move = sigma * sqrt(1 - phi * phi);
	const double centre = log(0.25), limit = log(0.45) - centre, hazard = 1 - exp(-0.01);
	double total = 0;
	for (uint32_t path = 0; path < PATHS; path++) {
		stream s = {seed, path + 1, 0x9e3779b9u, 0xbb67ae85u};
		for (int warm = 0; warm < 16; warm++) bits(&s);
		double deviation = sigma * normal(&s), cost = 0;
		int runs = 1;
		for (int hour = 0; hour < HOURS; hour++) {
			deviation = phi * deviation + move * normal(&s);
			if (deviation > limit) {
				runs = 0;
				continue;
			}
			double ratio = exp(centre + deviation);
			if (ratio < 0.1) ratio = 0.1;
			cost += runs ? ratio : 1.05 * ratio;
			runs = uniform(&s) >= hazard;
		}
		total += cost;
	}
	return total / PATHS;
}

static double now(void) {
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec + t.tv_nsec * 1e-9;
}

int main(void) {
	build();
	double best = 1e9, mean = 0;
	for (uint32_t round = 0; round < ROUNDS; round++) {
		double start = now();
		mean = paths(round + 1);
		double taken = now() - start;
		if (taken < best) best = taken;
	}
	printf("scalar C Mph/s %.1f mean cost %.3f\n", (double)HOURS * PATHS / best / 1e6, mean);
	return 0;
}
