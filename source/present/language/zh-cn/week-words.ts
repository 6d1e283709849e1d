import type {WeekWords} from '../en/week-words.ts';

export const zhCnWeekWords: WeekWords = {
	title: '每小时的副本数',
	draw: '绘制一周',
	days: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
	here: (hour, replicas) => `${hour}:00 ${replicas}`,
	finer: '时间表在一小时内有变化，绘制后以整小时为准。',
	even: pods => `始终 ${pods}`,
	counts: (least, most) => `以时间表为准，${least} 至 ${most}`,
};
